package dev.b3lb.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.configuration.FixedConfigurations;
import dev.b3lb.settings.Settings;
import dev.b3lb.settings.SomeSettings;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.SomeAccounts;
import dev.b3lb.web.api.FakeRequest;
import dev.b3lb.web.peer.Peers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {

    private final Account acme = SomeAccounts.account("ACME", 0);
    private final Account acme5 = SomeAccounts.account("ACME", 5);
    private final FixedConfigurations configurations = new FixedConfigurations().with(acme, acme5);
    private final Accounts accounts = accounts(SomeSettings.with());

    @ParameterizedTest
    @CsvSource({
        "acme.b3lb.example, 0",
        "ACME.B3LB.Example, 0",
        "acme.b3lb.example:8080, 0",
        "acme-5.b3lb.example, 5",
        "acme-005.b3lb.example:443, 5",
        "acme-0.b3lb.example, 0",
        "acme.b3lb.example., 0",
        "acme-5.B3LB.example.:8080, 5",
    })
    void a_host_name_names_a_tenant_and_its_sub_id(String host, int subId) {
        assertThat(ofHost(host)).contains(subId == 0 ? acme : acme5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.other.example",
                "acme.b3lb.example.evil.example",
                "evilb3lb.example",
                "x.acme.b3lb.example",
                "acme-6.b3lb.example",
                "other.b3lb.example",
                ".b3lb.example",
                "b3lb.example",
                "acme.b3lb.example..",
                "acme..b3lb.example",
                "[::1]:8080",
                "127.0.0.1",
                "",
            })
    void other_hosts_name_nobody(String host) {
        assertThat(ofHost(host)).isEmpty();
    }

    @Test
    void a_request_without_a_host_names_nobody() {
        assertThat(accounts.ofHost(FakeRequest.get().asServlet())).isEmpty();
    }

    @Test
    void the_base_domain_is_the_default_tenants() {
        Accounts withDefault = accounts(SomeSettings.with("B3LB_DEFAULT_TENANT", "acme"));
        assertThat(withDefault.ofHost(
                        FakeRequest.get().header("Host", "B3LB.example:80").asServlet()))
                .contains(acme);
    }

    @Test
    void a_dot_at_the_end_of_the_base_domain_does_not_matter() {
        Accounts withDefault = accounts(SomeSettings.with("B3LB_DEFAULT_TENANT", "acme"));
        for (String host : new String[] {"b3lb.example.", "b3lb.example.:443"}) {
            assertThat(withDefault.ofHost(FakeRequest.get().header("Host", host).asServlet()))
                    .contains(acme);
        }
    }

    @Test
    void a_default_tenant_that_does_not_exist_is_nobody() {
        Accounts withDefault = accounts(SomeSettings.with("B3LB_DEFAULT_TENANT", "gone"));
        assertThat(withDefault.ofHost(
                        FakeRequest.get().header("Host", "b3lb.example").asServlet()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1"})
    void a_trusted_proxy_says_what_the_host_was(String proxy) {
        assertThat(accounts.ofHost(FakeRequest.get()
                        .header("Host", "inner.example")
                        .header("X-Forwarded-Host", "Acme-5.b3lb.example:443")
                        .from(proxy)
                        .asServlet()))
                .contains(acme5);
    }

    @Test
    void of_several_proxies_the_first_knew_it() {
        assertThat(accounts.ofHost(FakeRequest.get()
                        .header("Host", "inner.example")
                        .header("X-Forwarded-Host", "acme.b3lb.example, middle.example")
                        .from("127.0.0.1")
                        .asServlet()))
                .contains(acme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.9", "10.1.2.3", "192.168.0.1", "2001:db8::1", "fd00::1", ""})
    void anybody_else_is_not_believed(String peer) {
        assertThat(accounts.ofHost(FakeRequest.get()
                        .header("Host", "acme.b3lb.example")
                        .header("X-Forwarded-Host", "acme-5.b3lb.example")
                        .from(peer)
                        .asServlet()))
                .contains(acme);
    }

    @Test
    void a_path_names_a_tenant_in_the_same_way() {
        assertThat(accounts.ofPath("acme")).contains(acme);
        assertThat(accounts.ofPath("ACME-005")).contains(acme5);
        assertThat(accounts.ofPath("acme-6")).isEmpty();
        assertThat(accounts.ofPath("acme.b3lb.example")).isEmpty();
    }

    private Accounts accounts(Settings settings) {
        return new Accounts(configurations, settings, new Peers(settings));
    }

    private Optional<Account> ofHost(String host) {
        return accounts.ofHost(FakeRequest.get().header("Host", host).asServlet());
    }
}
