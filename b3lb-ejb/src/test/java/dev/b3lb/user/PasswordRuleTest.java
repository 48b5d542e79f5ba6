package dev.b3lb.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "            ", "elevenchars", "🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑"})
    void short_and_blank_ones_are_not_good_enough(String password) {
        assertThat(PasswordRule.complaint(password, "ada")).isPresent();
    }

    @Test
    void the_length_is_at_most_256() {
        assertThat(PasswordRule.complaint("x".repeat(256), "ada")).isEmpty();
        assertThat(PasswordRule.complaint("x".repeat(257), "ada")).isPresent();
    }

    @Test
    void the_users_name_is_no_password_in_whatever_case() {
        assertThat(PasswordRule.complaint("Ada.Lovelace", "ada.lovelace"))
                .hasValueSatisfying(complaint -> assertThat(complaint).contains("name"));
        assertThat(PasswordRule.complaint("ada.lovelace!", "ada.lovelace")).isEmpty();
    }

    @Test
    void a_complaint_does_not_show_the_password() {
        assertThat(PasswordRule.complaint("hunter2", "ada").orElseThrow()).doesNotContain("hunter2");
    }
}
