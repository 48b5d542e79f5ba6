package dev.b3lb.management.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Operation;
import dev.b3lb.management.Parameter;
import java.util.Locale;
import org.jboss.as.controller.OperationDefinition;
import org.jboss.as.controller.registry.OperationEntry;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.junit.jupiter.api.Test;

class OperationDefinitionsTest {

    private final Catalogue catalogue = Catalogue.load();
    private final CatalogueTexts texts = new CatalogueTexts(catalogue, Catalogue.attributes());

    @Test
    void describe_every_operation_and_parameter_with_the_texts_of_the_catalogue() {
        assertThat(catalogue.operations()).allSatisfy(operation -> {
            ModelNode description = description(operation);
            assertThat(description.get("description").asString()).isEqualTo(operation.text());
            assertThat(description.get("reply-properties", "description").asString())
                    .isEqualTo(operation.replyText());
            for (Parameter parameter : operation.parameters()) {
                ModelNode described = description.get("request-properties", parameter.name());
                boolean file = parameter.type() == Parameter.Type.FILE;
                assertThat(described.get("description").asString())
                        .isEqualTo(parameter.text() + (file ? " Its content as base64." : ""));
                assertThat(described.get("type").asType().name())
                        .isEqualTo(file ? "STRING" : parameter.type().name());
                assertThat(described.get("required").asBoolean()).isEqualTo(parameter.required());
            }
        });
    }

    @Test
    void keep_what_only_admins_may_ask_for_from_other_roles() {
        assertThat(catalogue.operations())
                .filteredOn(operation -> operation.role().equals("admin"))
                .allSatisfy(operation ->
                        assertThat(definition(operation).getAccessConstraints()).isNotEmpty());
    }

    @Test
    void tell_which_operations_only_read() {
        assertThat(definition(catalogue.operation("servers").orElseThrow()).getFlags())
                .contains(OperationEntry.Flag.READ_ONLY);
        assertThat(definition(catalogue.operation("poll").orElseThrow()).getFlags())
                .doesNotContain(OperationEntry.Flag.READ_ONLY);
    }

    private OperationDefinition definition(Operation operation) {
        return OperationDefinitions.of(operation, texts);
    }

    private ModelNode description(Operation operation) {
        return definition(operation).getDescriptionProvider().getModelDescription(Locale.ENGLISH);
    }

    @Test
    void take_hidden_values_from_files_too_which_the_cli_sends_beside_the_request() {
        ModelNode properties =
                description(catalogue.operation("addnode").orElseThrow()).get("request-properties");
        ModelNode stream = properties.get("secret-from");

        assertThat(stream.get("type").asType()).isEqualTo(ModelType.INT);
        assertThat(stream.get("filesystem-path").asBoolean()).isTrue();
        assertThat(stream.get("attached-streams").asBoolean()).isTrue();
        assertThat(stream.get("description").asString()).startsWith("Instead of secret: ");
        assertThat(properties.get("secret", "alternatives").asList())
                .extracting(ModelNode::asString)
                .containsExactly("secret-from");
        assertThat(properties.has("slug-from")).isFalse();
    }
}
