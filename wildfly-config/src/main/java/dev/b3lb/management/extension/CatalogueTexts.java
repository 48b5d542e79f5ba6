package dev.b3lb.management.extension;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Operation;
import dev.b3lb.management.Parameter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jboss.as.controller.descriptions.NonResolvingResourceDescriptionResolver;

/** The texts that WildFly shows for {@code :read-resource-description} and {@code :read-operation-description}. */
final class CatalogueTexts extends NonResolvingResourceDescriptionResolver {

    private static final Map<String, String> OWN = Map.of(
            "add", "Adds the subsystem to the server.",
            "remove", "Takes the subsystem from the server.",
            "required-deployment",
                    "Name of the deployment without which the server ends after its start; empty when it may run without.");

    private final Catalogue catalogue;

    CatalogueTexts(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String getResourceDescription(Locale locale, ResourceBundle bundle) {
        return "b3lb, a load balancer for BigBlueButton: what an operator can ask of the running application.";
    }

    @Override
    public String getResourceAttributeDescription(String attribute, Locale locale, ResourceBundle bundle) {
        return OWN.getOrDefault(attribute, attribute);
    }

    @Override
    public String getOperationDescription(String operation, Locale locale, ResourceBundle bundle) {
        return catalogue
                .operation(operation)
                .map(Operation::text)
                .orElseGet(() -> OWN.getOrDefault(operation, operation));
    }

    @Override
    public String getOperationParameterDescription(
            String operation, String parameter, Locale locale, ResourceBundle bundle) {
        return catalogue
                .operation(operation)
                .flatMap(o -> o.parameter(parameter))
                .map(Parameter::text)
                .orElseGet(() -> OWN.getOrDefault(parameter, parameter));
    }

    @Override
    public String getOperationReplyDescription(String operation, Locale locale, ResourceBundle bundle) {
        return catalogue.operation(operation).map(Operation::replyText).orElse(null);
    }
}
