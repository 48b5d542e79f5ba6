package dev.b3lb.management.extension;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Operation;
import dev.b3lb.management.Parameter;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jboss.as.controller.descriptions.StandardResourceDescriptionResolver;

/** The texts that WildFly shows for {@code :read-resource-description} and {@code :read-operation-description}. */
final class CatalogueTexts extends StandardResourceDescriptionResolver {

    private static final String PREFIX = B3lbExtension.NAME;

    private final ResourceBundle texts;

    CatalogueTexts(Catalogue catalogue) {
        super(PREFIX, CatalogueTexts.class.getName(), CatalogueTexts.class.getClassLoader(), true, false);
        texts = new Texts(texts(catalogue));
    }

    /** There is one language, and no file of texts beside the catalogue. */
    @Override
    public ResourceBundle getResourceBundle(Locale locale) {
        return texts;
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
            }
        }
        return texts;
    }

    /** The shell takes the path of a file, all others its content. */
    private static String text(Parameter parameter) {
        return parameter.file().isPresent() ? parameter.text() + " Its content as base64." : parameter.text();
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
