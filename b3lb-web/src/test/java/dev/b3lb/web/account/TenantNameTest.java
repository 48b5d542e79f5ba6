package dev.b3lb.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantNameTest {

    @ParameterizedTest
    @CsvSource({
        "acme, ACME, 0",
        "ACME, ACME, 0",
        "aCmE-5, ACME, 5",
        "acme-05, ACME, 5",
        "acme-005, ACME, 5",
        "acme-000, ACME, 0",
        "acme-999, ACME, 999",
        "ab, AB, 0",
        "a234567890, A234567890, 0",
    })
    void is_a_slug_and_perhaps_a_sub_id(String text, String slug, int subId) {
        TenantName name = TenantName.parse(text).orElseThrow();
        assertThat(name.slug()).isEqualTo(slug);
        assertThat(name.subId()).isEqualTo(subId);
        assertThat(name.named().isPresent()).isEqualTo(text.contains("-"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a2345678901",
                "1acme",
                "acme-",
                "acme-1000",
                "acme--5",
                "acme_5",
                "acme-5a",
                "äcme",
                "acme.x",
                "-5",
                " acme"
            })
    void anything_else_names_nobody(String text) {
        assertThat(TenantName.parse(text)).isEmpty();
    }
}
