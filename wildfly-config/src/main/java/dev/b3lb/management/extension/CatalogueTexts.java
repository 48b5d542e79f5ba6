package dev.b3lb.management.extension;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Operation;
import dev.b3lb.management.Parameter;
import dev.b3lb.management.ResourceAttribute;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jboss.as.controller.descriptions.StandardResourceDescriptionResolver;

/** The texts that WildFly shows for {@code :read-resource-description} and {@code :read-operation-description}. */
final class CatalogueTexts extends StandardResourceDescriptionResolver {

    private static final String PREFIX = B3lbExtension.NAME;

    private final ResourceBundle texts;
    private final Map<String, String> attributeTexts;

    CatalogueTexts(Catalogue catalogue, List<ResourceAttribute> attributes) {
        super(PREFIX, CatalogueTexts.class.getName(), CatalogueTexts.class.getClassLoader(), true, false);
        texts = new Texts(texts(catalogue));
        attributeTexts =
                attributes.stream().collect(Collectors.toMap(ResourceAttribute::name, ResourceAttribute::text));
    }

    /** There is one language, and no file of texts beside the catalogue. */
    @Override
    public ResourceBundle getResourceBundle(Locale locale) {
        return texts;
    }

    /** An operation may have the name of an attribute, and the bundle one text for both. */
    @Override
    public String getResourceAttributeDescription(String attribute, Locale locale, ResourceBundle bundle) {
        String text = attributeTexts.get(attribute);
        return text == null ? super.getResourceAttributeDescription(attribute, locale, bundle) : text;
    }

    private static Map<String, String> texts(Catalogue catalogue) {
        Map<String, String> texts = new HashMap<>();
        texts.put("", "b3lb, a load balancer for BigBlueButton: what an operator can ask of the running application.");
        texts.put(".add", "Adds the subsystem to the server.");
        texts.put(".remove", "Takes the subsystem from the server.");
        texts.put(
                "." + SubsystemResource.REQUIRED_DEPLOYMENT.getName(),
                "Name of the deployment without which the server ends after its start; empty when it may run without.");
        for (Operation operation : catalogue.operations()) {
            texts.put("." + operation.name(), operation.text());
            texts.put("." + operation.name() + "." + REPLY, operation.replyText());
            for (Parameter parameter : operation.parameters()) {
                texts.put("." + operation.name() + "." + parameter.name(), text(parameter));
                if (parameter.isHidden()) {
                    texts.put("." + operation.name() + "." + parameter.streamName(), streamText(parameter));
                }
            }
        }
        return texts;
    }

    /** The shell takes the path of a file, all others its content. */
    private static String text(Parameter parameter) {
        return parameter.file().isPresent() ? parameter.text() + " Its content as base64." : parameter.text();
    }

    private static String streamText(Parameter parameter) {
        return "Instead of " + parameter.name()
                + ": a file whose content it is. jboss-cli.sh takes the file's path here"
                + " and sends the content beside the request, so that it gets into no history and no audit log.";
    }

    /** Texts by key, behind the interface that WildFly wants. */
    private static final class Texts extends ResourceBundle {

        private final Map<String, String> texts = new HashMap<>();

        Texts(Map<String, String> texts) {
            texts.forEach((key, text) -> this.texts.put(PREFIX + key, text));
        }

        @Override
        protected Object handleGetObject(String key) {
            return texts.get(key);
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.enumeration(texts.keySet());
        }
    }
}
