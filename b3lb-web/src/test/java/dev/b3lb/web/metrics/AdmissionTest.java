package dev.b3lb.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.configuration.FixedConfigurations;
import dev.b3lb.settings.Settings;
import dev.b3lb.settings.SomeSettings;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.SomeAccounts;
import dev.b3lb.user.AdminRole;
import dev.b3lb.web.api.FakeRequest;
import dev.b3lb.web.login.Refusal;
import dev.b3lb.web.login.SomeLogins;
import dev.b3lb.web.metrics.Admission.Decision;
import dev.b3lb.web.metrics.Admission.Everything;
import dev.b3lb.web.metrics.Admission.OneSecret;
import dev.b3lb.web.metrics.Admission.Refused;
import dev.b3lb.web.metrics.Admission.WholeTenant;
import dev.b3lb.web.peer.Peers;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {

    private static final String SCRAPER = "Bearer b3lb_scraper";
    private static final String TOKEN = SomeAccounts.tenant("ACME").statsToken().toString();

    private final Account acme = SomeAccounts.account("ACME", 0);
    private final Account acme5 = SomeAccounts.account("ACME", 5);
    private final Account other = SomeAccounts.account("OTHER", 0);
    private final FixedConfigurations configurations =
            new FixedConfigurations().with(acme, acme5, other).with(SomeAccounts.tenant("NEW"));
    private final Admission admission = admission(SomeSettings.with());

    private Admission admission(Settings settings) {
        SomeLogins logins = new SomeLogins()
                .with("scraper", AdminRole.METRICS)
                .with("ada", AdminRole.ADMIN)
                .with("nobody");
        return new Admission(configurations, logins.logIn(), new Peers(settings), settings);
    }

    private static FakeRequest request(String host, String authorization) {
        FakeRequest request = FakeRequest.get().header("Host", host);
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private Decision ofHost(String host, String authorization) {
        return admission.ofHost(request(host, authorization).asServlet());
    }

    private Decision ofTenant(String name, String authorization) {
        return admission.ofTenant(name, request("b3lb.example", authorization).asServlet());
    }

    private static Class<?> refusal(Decision decision) {
        return ((Refused) decision).refusal().getClass();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b3lb.example",
                "B3LB.example:8080",
                "10.0.0.7:8080",
                "[::1]",
                "node7.internal",
                "xb3lb.example",
                ""
            })
    void any_host_that_is_not_below_the_base_domain_is_for_everything(String host) {
        assertThat(ofHost(host, SCRAPER)).isEqualTo(new Everything());
        assertThat(admission.objection(request(host, SCRAPER).asServlet())).isEmpty();
    }

    @Test
    void a_host_below_the_base_domain_is_a_tenants() {
        assertThat(ofHost("acme.b3lb.example", TOKEN)).isEqualTo(new WholeTenant(acme.tenantId()));
        assertThat(ofHost("Acme-5.b3lb.example:443", TOKEN)).isEqualTo(new OneSecret(acme5));
        assertThat(refusal(ofHost("x.acme.b3lb.example", TOKEN))).isEqualTo(Refusal.Unknown.class);
        assertThat(admission.objection(request("acme.b3lb.example", SCRAPER).asServlet()))
                .contains(Refusal.NOTHING_HERE);
    }

    @Test
    void a_trusted_proxy_says_what_the_host_was() {
        assertThat(admission.ofHost(request("b3lb.example", TOKEN)
                        .header("X-Forwarded-Host", "acme.b3lb.example")
                        .from("127.0.0.1")
                        .asServlet()))
                .isEqualTo(new WholeTenant(acme.tenantId()));
        assertThat(refusal(admission.ofHost(request("b3lb.example", TOKEN)
                        .header("X-Forwarded-Host", "acme.b3lb.example")
                        .from("203.0.113.9")
                        .asServlet())))
                .isEqualTo(Refusal.Unknown.class);
    }

    @Test
    void without_a_sub_id_it_is_the_whole_tenant_with_one_that_secret_even_if_it_is_0() {
        assertThat(ofTenant("acme", TOKEN)).isEqualTo(new WholeTenant(acme.tenantId()));
        assertThat(ofTenant("acme-0", TOKEN)).isEqualTo(new OneSecret(acme));
        assertThat(ofTenant("acme-000", TOKEN)).isEqualTo(new OneSecret(acme));
        assertThat(ofTenant("ACME-05", TOKEN)).isEqualTo(new OneSecret(acme5));
    }

    @Test
    void a_tenant_without_a_secret_can_ask_too() {
        assertThat(ofTenant("new", SomeAccounts.tenant("NEW").statsToken().toString()))
                .isEqualTo(new WholeTenant(SomeAccounts.tenant("NEW").id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "Bearer %s", "bearer %s", "BEARER  %s", " %s "})
    void a_tenants_token_may_stand_alone_or_behind_bearer(String form) {
        assertThat(ofTenant("acme", form.formatted(TOKEN))).isInstanceOf(WholeTenant.class);
        assertThat(ofTenant("acme", form.formatted(TOKEN.toUpperCase(Locale.ROOT))))
                .isInstanceOf(WholeTenant.class);
    }

    @Test
    void a_wrong_token_an_unknown_tenant_and_a_missing_secret_are_refused_alike() {
        Decision wrong = ofTenant("other", TOKEN);

        assertThat(refusal(wrong)).isEqualTo(Refusal.Unknown.class);
        assertThat(ofTenant("nowhere", TOKEN)).isEqualTo(wrong);
        assertThat(ofTenant("acme-6", TOKEN)).isEqualTo(wrong);
        assertThat(ofTenant("-", TOKEN)).isEqualTo(wrong);
        assertThat(ofTenant("acme", "")).isEqualTo(wrong);
        assertThat(ofTenant("nowhere", "")).isEqualTo(wrong);
    }

    @Test
    void a_tenants_token_does_not_open_everything() {
        assertThat(refusal(ofHost("b3lb.example", "Bearer " + TOKEN))).isEqualTo(Refusal.Unknown.class);
    }

    @Test
    void who_may_read_everything_may_read_each_tenant_and_is_told_which_there_are_not() {
        assertThat(ofTenant("acme", SCRAPER)).isEqualTo(new WholeTenant(acme.tenantId()));
        assertThat(ofHost("other.b3lb.example", SomeLogins.basic("ada", "ada's")))
                .isEqualTo(new WholeTenant(other.tenantId()));
        assertThat(refusal(ofTenant("nowhere", SCRAPER))).isEqualTo(Refusal.Absent.class);
        assertThat(refusal(ofTenant("acme-6", SCRAPER))).isEqualTo(Refusal.Absent.class);
    }

    @ParameterizedTest
    @CsvSource({"Bearer b3lb_nobody, Forbidden", "Bearer b3lb_x, Unknown", "Basic YWRhOng=, Unknown", "'', Unknown"})
    void without_the_role_or_without_a_valid_log_in_there_is_nothing(String authorization, String refusal) {
        assertThat(refusal(ofHost("b3lb.example", authorization)).getSimpleName())
                .isEqualTo(refusal);
        assertThat(refusal(ofTenant("acme", authorization)).getSimpleName()).isEqualTo(refusal);
    }

    @Test
    void what_is_public_is_everything_but_not_a_tenant() {
        Admission open = admission(SomeSettings.with("B3LB_METRICS_PUBLIC", "on"));

        assertThat(open.ofHost(request("b3lb.example", "").asServlet())).isEqualTo(new Everything());
        assertThat(open.objection(request("b3lb.example", "Basic nonsense").asServlet()))
                .isEmpty();
        assertThat(refusal(open.ofHost(request("acme.b3lb.example", "").asServlet())))
                .isEqualTo(Refusal.Unknown.class);
    }
}
