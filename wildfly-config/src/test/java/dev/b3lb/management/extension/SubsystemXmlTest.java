package dev.b3lb.management.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.jboss.dmr.ModelNode;
import org.jboss.staxmapper.XMLMapper;
import org.junit.jupiter.api.Test;

class SubsystemXmlTest {

    @Test
    void becomes_the_operation_that_adds_the_subsystem() throws XMLStreamException {
        List<ModelNode> operations = parse("<subsystem xmlns='urn:b3lb:management:1.0'/>");

        assertThat(operations).hasSize(1);
        assertThat(operations.get(0).get("operation").asString()).isEqualTo("add");
        assertThat(operations.get(0).get("address").asString()).contains("\"subsystem\" => \"b3lb\"");
    }

    @Test
    void keeps_expressions_for_the_server_to_resolve() throws XMLStreamException {
        List<ModelNode> operations =
                parse("<subsystem xmlns='urn:b3lb:management:1.0' required-deployment='${env.X:b3lb.ear}'/>");

        assertThat(operations.get(0).get("required-deployment").asExpression().getExpressionString())
                .isEqualTo("${env.X:b3lb.ear}");
    }

    @Test
    void refuses_attributes_that_it_does_not_know() {
        assertThatThrownBy(() -> parse("<subsystem xmlns='urn:b3lb:management:1.0' colour='red'/>"))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("colour");
    }

    private static List<ModelNode> parse(String xml) throws XMLStreamException {
        List<ModelNode> operations = new ArrayList<>();
        XMLMapper mapper = XMLMapper.Factory.create();
        mapper.registerRootElement(new QName(SubsystemXml.NAMESPACE, "subsystem"), new SubsystemXml());
        mapper.parseDocument(operations, XMLInputFactory.newInstance().createXMLStreamReader(new StringReader(xml)));
        return operations;
    }
}
