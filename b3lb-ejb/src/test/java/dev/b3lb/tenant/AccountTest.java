package dev.b3lb.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountTest {

    @Test
    void both_secrets_authenticate() {
        assertThat(with("first", "second").secrets()).containsExactly("first", "second");
    }

    @Test
    void blank_secrets_never_authenticate() {
        assertThat(with("first", "").secrets()).containsExactly("first");
        assertThat(with(" ", "second").secrets()).containsExactly("second");
        assertThat(with("", "\t").secrets()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, ACME", "5, ACME-005", "42, ACME-042", "999, ACME-999"})
    void the_label_has_a_sub_id_of_three_digits_unless_it_is_0(int subId, String label) {
        assertThat(SomeAccounts.account("ACME", subId).label()).isEqualTo(label);
    }

    @Test
    void only_sub_id_0_acts_for_the_tenant() {
        assertThat(SomeAccounts.account("ACME", 0).actsForTenant()).isTrue();
        assertThat(SomeAccounts.account("ACME", 1).actsForTenant()).isFalse();
    }

    @Test
    void shows_no_secret() {
        assertThat(with("first", "second").toString()).isEqualTo("ACME");
    }

    private static Account with(String secret, String secret2) {
        return new Account(
                new UUID(0, 1),
                new UUID(0, 2),
                "ACME",
                0,
                secret,
                secret2,
                new UUID(0, 3),
                true,
                false,
                Limits.NONE,
                Limits.NONE);
    }
}
