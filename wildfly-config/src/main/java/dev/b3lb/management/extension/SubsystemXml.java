package dev.b3lb.management.extension;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jboss.as.controller.PathAddress;
import org.jboss.as.controller.operations.common.Util;
import org.jboss.as.controller.parsing.ParseUtils;
import org.jboss.as.controller.persistence.SubsystemMarshallingContext;
import org.jboss.dmr.ModelNode;
import org.jboss.staxmapper.XMLElementReader;
import org.jboss.staxmapper.XMLElementWriter;
import org.jboss.staxmapper.XMLExtendedStreamReader;
import org.jboss.staxmapper.XMLExtendedStreamWriter;

/** The subsystem's element in the server's configuration file. */
final class SubsystemXml implements XMLElementReader<List<ModelNode>>, XMLElementWriter<SubsystemMarshallingContext> {

    static final String NAMESPACE = "urn:b3lb:management:1.0";

    @Override
    public void readElement(XMLExtendedStreamReader reader, List<ModelNode> operations) throws XMLStreamException {
        ModelNode add = Util.createAddOperation(PathAddress.pathAddress(SubsystemResource.PATH));
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (!reader.getAttributeLocalName(i).equals(SubsystemResource.REQUIRED_DEPLOYMENT.getXmlName())) {
                throw ParseUtils.unexpectedAttribute(reader, i);
            }
            SubsystemResource.REQUIRED_DEPLOYMENT.parseAndSetParameter(reader.getAttributeValue(i), add, reader);
        }
        ParseUtils.requireNoContent(reader);
        operations.add(add);
    }

    @Override
    public void writeContent(XMLExtendedStreamWriter writer, SubsystemMarshallingContext context)
            throws XMLStreamException {
        context.startSubsystemElement(NAMESPACE, false);
        SubsystemResource.REQUIRED_DEPLOYMENT.marshallAsAttribute(context.getModelNode(), writer);
        writer.writeEndElement();
    }
}
