package dev.b3lb.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.b3lb.bbb.ChecksumAlgorithm;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final List<Setting<?>> EVERY = Settings.ALL;

    @Test
    void defaults_are_those_of_the_documentation() {
        Settings settings = SomeSettings.with();
        assertThat(settings.get(Settings.NODE_REQUEST_TIMEOUT)).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.get(Settings.NODE_CREATE_TIMEOUT)).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.get(Settings.CREATE_TOTAL)).isEqualTo(Duration.ofSeconds(25));
        assertThat(settings.get(Settings.CREATE_RETRIES)).isEqualTo(2);
        assertThat(settings.get(Settings.NODE_UNHEALTHY_THRESHOLD)).isEqualTo(3);
        assertThat(settings.get(Settings.NODE_HEALTHY_THRESHOLD)).isEqualTo(1);
        assertThat(settings.get(Settings.NODE_GRACE)).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.get(Settings.POLL_INTERVAL)).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.get(Settings.POLL_TIMEOUT)).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.get(Settings.NODE_MAX_RESPONSE)).isEqualTo(64L << 20);
        assertThat(settings.get(Settings.ALLOWED_SHA_ALGORITHMS)).containsExactlyInAnyOrder(ChecksumAlgorithm.values());
        assertThat(settings.get(Settings.ACCEPT_UNSIGNED_BODY)).isTrue();
        assertThat(settings.get(Settings.RECORD_META_DATA_TAG)).isEqualTo("b3lb-recordset");
        assertThat(settings.get(Settings.ROLES)).containsExactlyInAnyOrder(Role.values());
        assertThat(settings.get(Settings.CACHE_URL)).isEmpty();
        assertThat(settings.get(Settings.DEFAULT_TENANT)).isEmpty();
    }

    @Test
    void the_base_domain_must_be_set() {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> Settings.read(name -> Optional.empty()))
                .withMessageStartingWith("B3LB_API_BASE_DOMAIN: must be set");
    }

    @Test
    void a_blank_value_counts_as_not_set() {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> SomeSettings.with("B3LB_API_BASE_DOMAIN", "  "))
                .withMessageContaining("must be set");
        assertThat(SomeSettings.with("B3LB_POLL_INTERVAL", " ").get(Settings.POLL_INTERVAL))
                .isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void blanks_around_a_value_do_not_matter() {
        assertThat(SomeSettings.with("B3LB_POLL_INTERVAL", " 7s ").get(Settings.POLL_INTERVAL))
                .isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void several_problems_are_told_together() {
        Map<String, String> wrong = Map.of("B3LB_POLL_INTERVAL", "often", "B3LB_ROLES", "cook");
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> Settings.read(name -> Optional.ofNullable(wrong.get(name))))
                .withMessageContaining("B3LB_API_BASE_DOMAIN: ")
                .withMessageContaining("B3LB_POLL_INTERVAL: ")
                .withMessageContaining("B3LB_ROLES: ");
    }

    @ParameterizedTest
    @CsvSource({
        "B3LB_API_BASE_DOMAIN, https://nonsense.example",
        "B3LB_API_BASE_DOMAIN, nonsense.example:8080",
        "B3LB_API_BASE_DOMAIN, .nonsense.example",
        "B3LB_PUBLIC_URL, nonsense.example",
        "B3LB_PUBLIC_URL, https://non sense",
        "B3LB_PUBLIC_URL, ftp://nonsense",
        "B3LB_PUBLIC_URL, mailto:nonsense",
        "B3LB_DEFAULT_TENANT, non-sense",
        "B3LB_TRUSTED_PROXIES, nonsense",
        "B3LB_ALLOWED_SHA_ALGORITHMS, nonsense",
        "B3LB_ACCEPT_UNSIGNED_BODY, nonsense",
        "B3LB_NODE_PROTOCOL, nonsense",
        "B3LB_NODE_DEFAULT_DOMAIN, nonsense/",
        "B3LB_NODE_BBB_ENDPOINT, non sense",
        "B3LB_NODE_LOAD_ENDPOINT, load?nonsense",
        "B3LB_NODE_REQUEST_TIMEOUT, nonsense",
        "B3LB_CREATE_RETRIES, nonsense",
        "B3LB_CREATE_RETRIES, 4711",
        "B3LB_POLL_INTERVAL, 4711 weeks",
        "B3LB_NODE_MAX_RESPONSE, nonsense",
        "B3LB_NODE_MAX_RESPONSE, 999999999999G",
        "B3LB_RECORD_META_DATA_TAG, non sense",
        "B3LB_ROLES, nonsense",
        "CACHE_URL, redis://:nonsense@host:port/0",
        "CACHE_URL, http://:nonsense@host/0",
        "CACHE_URL, redis://:nonsense@host/0/1",
        "CACHE_URL, redis://:nonsense@host/-1",
        "CACHE_URL, redis://:nonsense@host/0?ssl=1",
        "CACHE_URL, redis://:non%sense@host",
    })
    void a_refusal_names_the_setting_and_never_its_value(String name, String value) {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> SomeSettings.with(name, value))
                .withMessageStartingWith(name + ": ")
                .withMessageEndingWith(sentence(name))
                .satisfies(refused -> assertThat(refused.getMessage())
                        .doesNotContain(value)
                        .doesNotContain("nonsense")
                        .doesNotContain("non sense")
                        .doesNotContain("overflow"));
    }

    /** Every refusal says what is wanted. */
    private static String sentence(String name) {
        return name.equals("B3LB_ALLOWED_SHA_ALGORITHMS") || name.equals("B3LB_ROLES") ? "]" : "wanted";
    }

    @ParameterizedTest
    @ValueSource(strings = {"b3lb.example", "localhost", "B3LB.Example.ORG", "a-b.example"})
    void a_host_name_is_taken_as_base_domain_in_lower_case(String domain) {
        assertThat(SomeSettings.with("B3LB_API_BASE_DOMAIN", domain).get(Settings.API_BASE_DOMAIN))
                .isEqualTo(domain.toLowerCase(Locale.ROOT));
    }

    @Test
    void the_default_tenant_is_read_in_upper_case() {
        assertThat(SomeSettings.with("B3LB_DEFAULT_TENANT", "acme").get(Settings.DEFAULT_TENANT))
                .contains("ACME");
    }

    @Test
    void the_record_tag_is_read_in_lower_case_as_nodes_keep_it() {
        assertThat(SomeSettings.with("B3LB_RECORD_META_DATA_TAG", "My-Tag").get(Settings.RECORD_META_DATA_TAG))
                .isEqualTo("my-tag");
    }

    @Test
    void links_begin_with_the_public_url_without_its_last_slash() {
        assertThat(SomeSettings.with("B3LB_PUBLIC_URL", "http://localhost:8080/")
                        .publicUrl())
                .isEqualTo(URI.create("http://localhost:8080"));
    }

    @Test
    void links_begin_with_the_base_domain_if_nothing_else_is_set() {
        assertThat(SomeSettings.with().publicUrl()).isEqualTo(URI.create("https://b3lb.example"));
    }

    @Test
    void settings_of_django_are_named() {
        Settings settings = SomeSettings.with("SECRET_KEY", "x", "CELERY_BROKER_URL", "y", "WEB_CONCURRENCY", "4");
        assertThat(settings.ignored()).containsExactlyInAnyOrder("SECRET_KEY", "CELERY_BROKER_URL", "WEB_CONCURRENCY");
        assertThat(SomeSettings.with().ignored()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("EVERY")
    void every_setting_tells_the_operator_what_it_means(Setting<?> setting) {
        assertThat(setting.text()).isNotBlank();
        assertThat(setting.name()).matches("[A-Z0-9_]+");
    }

    @Test
    void names_are_unique() {
        assertThat(Settings.ALL).extracting(Setting::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("EVERY")
    void what_is_not_given_is_shown_as_its_default(Setting<?> setting) {
        Settings settings = SomeSettings.with();

        assertThat(settings.isGiven(setting)).isEqualTo(setting == Settings.API_BASE_DOMAIN);
        assertThat(settings.shown(setting))
                .isEqualTo(
                        settings.isGiven(setting)
                                ? "b3lb.example"
                                : setting.defaultText().orElse(""));
    }

    @Test
    void what_is_given_is_shown_as_it_was_written() {
        Settings settings = SomeSettings.with("B3LB_POLL_INTERVAL", " 1m ", "B3LB_NODE_PROTOCOL", " ");

        assertThat(settings.shown(Settings.POLL_INTERVAL)).isEqualTo("1m");
        assertThat(settings.isGiven(Settings.POLL_INTERVAL)).isTrue();
        assertThat(settings.shown(Settings.NODE_PROTOCOL)).isEqualTo("https");
        assertThat(settings.isGiven(Settings.NODE_PROTOCOL)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "redis://cache.example:6379/0, redis://cache.example:6379/0",
        "redis://:nonsense@cache.example:6379/0, redis://:***@cache.example:6379/0",
        "rediss://me:nonsense@cache.example, rediss://me:***@cache.example",
        "redis://me:non:sense@cache.example, redis://me:***@cache.example",
        "redis://nonsense@cache.example/1, redis://***@cache.example/1",
        "redis://:nonsense@[::1]:6380, redis://:***@[::1]:6380",
        "redis://[::1]:6380, redis://[::1]:6380"
    })
    void the_password_of_the_cache_is_never_shown(String given, String shown) {
        assertThat(SomeSettings.with("CACHE_URL", given).shown(Settings.CACHE_URL))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "B3LB_METRICS_USER, prometheus, B3LB_METRICS_PASSWORD",
        "B3LB_METRICS_PASSWORD, a long password, B3LB_METRICS_USER",
    })
    void of_user_and_password_for_metrics_one_is_not_set_without_the_other(String given, String value, String missing) {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> SomeSettings.with(given, value))
                .withMessage(missing + ": must be set, since " + given + " is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus:x", "-", "a b", "ä"})
    void a_user_for_metrics_needs_a_name_that_can_be_sent(String name) {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(
                        () -> SomeSettings.with("B3LB_METRICS_USER", name, "B3LB_METRICS_PASSWORD", "a long password"))
                .withMessageStartingWith("B3LB_METRICS_USER: ")
                .withMessageEndingWith("wanted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eleven char", "twelve\tcharacters"})
    void a_password_for_metrics_is_long_enough_and_can_be_sent(String password) {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(
                        () -> SomeSettings.with("B3LB_METRICS_USER", "prometheus", "B3LB_METRICS_PASSWORD", password))
                .withMessage("B3LB_METRICS_PASSWORD: a password of 12 to 256 characters is wanted");
    }

    @Test
    void the_password_for_metrics_is_never_shown() {
        Settings settings =
                SomeSettings.with("B3LB_METRICS_USER", "prometheus", "B3LB_METRICS_PASSWORD", "a long password");

        assertThat(settings.get(Settings.METRICS_PASSWORD)).contains("a long password");
        assertThat(settings.shown(Settings.METRICS_USER)).isEqualTo("prometheus");
        assertThat(settings.shown(Settings.METRICS_PASSWORD)).isEqualTo("***");
        assertThat(SomeSettings.with().shown(Settings.METRICS_PASSWORD)).isEmpty();
    }
}
