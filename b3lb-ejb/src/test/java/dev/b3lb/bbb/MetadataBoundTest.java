package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetadataBoundTest {

    private final MetadataBound bound = new MetadataBound(20);

    private boolean takes(String query) {
        return bound.check(QueryParameters.parse(query)).isEmpty();
    }

    @Test
    void names_and_values_together_may_be_as_large_as_the_bound() {
        assertThat(takes("meta_a=12345&name=x")).isTrue();
        assertThat(takes("meta_a=12345678901234")).isTrue();
        assertThat(takes("meta_a=123456789012345")).isFalse();
        assertThat(takes("meta_a=1234&meta_b=1234")).isTrue();
        assertThat(takes("meta_a=1234&meta_b=12345")).isFalse();
    }

    @Test
    void bytes_count_and_not_letters() {
        assertThat(takes("meta_a=%C3%A4%C3%A4%C3%A4%C3%A4%C3%A4%C3%A4%C3%A4")).isTrue();
        assertThat(takes("meta_a=%F0%9F%98%80%F0%9F%98%80%F0%9F%98%80%F0%9F%98%80"))
                .isFalse();
    }

    @Test
    void what_no_list_holds_may_have_any_length() {
        assertThat(takes("welcome=123456789012345678901234567890")).isTrue();
        assertThat(takes("meta_=123456789012345678901234567890")).isTrue();
        assertThat(takes("dialNumber=12345678901")).isFalse();
        assertThat(takes("voiceBridge=1234567890")).isFalse();
    }

    @Test
    void the_refusal_names_both_figures() {
        assertThat(bound.check(QueryParameters.parse("meta_a=12345678901234567890")))
                .hasValueSatisfying(error -> {
                    assertThat(error.messageKey()).isEqualTo("validationError");
                    assertThat(error.message()).contains("20 bytes").contains("26");
                });
    }
}
