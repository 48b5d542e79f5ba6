package dev.b3lb.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Catalogue catalogue = Catalogue.load();

    @Test
    void holds_what_a_pool_needs_to_be_set_up_and_watched() {
        assertThat(catalogue.operations())
                .extracting(Operation::name)
                .contains(
                        "addcluster",
                        "addclustergroup",
                        "addnode",
                        "setnode",
                        "maintenance",
                        "poll",
                        "servers",
                        "status",
                        "addtenant",
                        "addsecrets",
                        "gettenantsecrets",
                        "getloadvalues")
                .doesNotHaveDuplicates();
    }

    @Test
    void explains_every_operation_and_parameter_in_whole_sentences() {
        assertThat(catalogue.operations()).allSatisfy(operation -> {
            assertThat(operation.text()).endsWith(".");
            assertThat(operation.replyText()).endsWith(".");
            assertThat(operation.parameters())
                    .allSatisfy(p -> assertThat(p.text()).endsWith("."));
        });
    }

    @Test
    void names_parameters_in_lower_case_with_dashes_and_each_once() {
        assertThat(catalogue.operations()).allSatisfy(operation -> assertThat(operation.parameters())
                .extracting(Parameter::name)
                .allMatch(name -> name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"))
                .doesNotHaveDuplicates());
    }

    /** Requests to WildFly's management hold these words beside the parameters. */
    @Test
    void leaves_to_management_requests_the_words_that_mean_something_there() {
        assertThat(catalogue.operations())
                .flatExtracting(Operation::parameters)
                .extracting(parameter -> ((Parameter) parameter).name())
                .doesNotContain("address", "operation", "operation-headers", "access-mechanism");
    }

    @Test
    void knows_only_the_roles_of_the_application() {
        assertThat(catalogue.operations()).extracting(Operation::role).isSubsetOf("viewer", "operator", "admin");
    }

    @Test
    void lets_viewers_only_read() {
        assertThat(catalogue.operations())
                .filteredOn(operation -> operation.role().equals("viewer"))
                .noneMatch(Operation::changes);
    }

    @Test
    void marks_every_parameter_that_holds_a_secret() {
        assertThat(catalogue.operations())
                .flatExtracting(Operation::parameters)
                .filteredOn(parameter ->
                        Set.of("secret", "secret2", "password", "stats-token").contains(parameter.name()))
                .isNotEmpty()
                .allMatch(Parameter::secret);
    }

    @Test
    void lets_nobody_set_a_hash_of_which_nobody_knows_what_it_was_made_of() {
        assertThat(catalogue.operations())
                .flatExtracting(Operation::parameters)
                .extracting(Parameter::name)
                .noneMatch(name -> name.endsWith("hash"));
    }

    @Test
    void refers_only_to_parameters_that_exist() {
        assertThat(catalogue.operations()).allSatisfy(operation -> {
            assertThat(operation.oneOf())
                    .allMatch(name -> operation.parameter(name).isPresent());
            assertThat(operation.parameters())
                    .flatExtracting(parameter -> parameter.file().flatMap(Parameter.FileRule::nameParameter).stream()
                            .toList())
                    .allMatch(name -> operation
                            .parameter((String) name)
                            .filter(its -> its.type() == Parameter.Type.STRING)
                            .isPresent());
            assertThat(operation.positional()).allSatisfy(form -> assertThat(form)
                    .allMatch(name -> operation.parameter(name).isPresent()));
        });
    }

    @Test
    void tells_spellings_without_names_apart_by_their_number() {
        assertThat(catalogue.operations()).allSatisfy(operation -> assertThat(operation.positional())
                .extracting(List::size)
                .doesNotHaveDuplicates());
    }

    @Test
    void knows_no_operation_of_another_name() {
        assertThat(catalogue.operation("formatdisk")).isEmpty();
    }

    @Test
    void explains_every_attribute_and_takes_it_from_an_operation_that_changes_nothing() {
        assertThat(Catalogue.attributes())
                .isNotEmpty()
                .allSatisfy(attribute -> {
                    assertThat(attribute.text()).endsWith(".");
                    assertThat(attribute.operation().stream().flatMap(name -> catalogue.operation(name).stream()))
                            .noneMatch(Operation::changes)
                            .hasSize(attribute.operation().isPresent() ? 1 : 0);
                })
                .extracting(ResourceAttribute::name)
                .doesNotHaveDuplicates();
    }
}
