package dev.b3lb.management.extension;

import dev.b3lb.management.Catalogue;
import org.jboss.as.controller.Extension;
import org.jboss.as.controller.ExtensionContext;
import org.jboss.as.controller.ModelVersion;
import org.jboss.as.controller.SubsystemRegistration;
import org.jboss.as.controller.parsing.ExtensionParsingContext;

/** Gives a WildFly the subsystem {@value #NAME}. Found by WildFly through its service file. */
public final class B3lbExtension implements Extension {

    /** Name of the subsystem. */
    static final String NAME = "b3lb";

    @Override
    public void initialize(ExtensionContext context) {
        ConnectionBound.set();
        SubsystemRegistration subsystem = context.registerSubsystem(NAME, ModelVersion.create(1));
        subsystem.registerSubsystemModel(new SubsystemResource(Catalogue.load(), Catalogue.attributes()));
        subsystem.registerXMLElementWriter(new SubsystemXml());
    }

    @Override
    public void initializeParsers(ExtensionParsingContext context) {
        context.setSubsystemXmlMapping(NAME, SubsystemXml.NAMESPACE, SubsystemXml::new);
    }
}
