package dev.b3lb.web.metrics;

import dev.b3lb.configuration.Configuration;
import dev.b3lb.configuration.Configurations;
import dev.b3lb.settings.Settings;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.KnownTenant;
import dev.b3lb.user.AdminRole;
import dev.b3lb.web.account.TenantName;
import dev.b3lb.web.login.HeaderLogin;
import dev.b3lb.web.login.Refusal;
import dev.b3lb.web.peer.Peers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds out whose figures a request is for and whether it may read them. Those of everything want a user who may read
 * metrics, unless the settings make them public. Those of a tenant want the tenant's token, or such a user. Without one
 * of them nobody learns which tenants there are.
 */
@ApplicationScoped
public class Admission {

    private static final Refusal NO_TOKEN = new Refusal.Unknown(
            "Send the tenant's stats token as Authorization, or log in as somebody who may read metrics.");
    private static final Refusal NO_TENANT = new Refusal.Absent("There is no such tenant, or it has no such secret.");
    private static final Refusal NO_ROLE =
            new Refusal.Forbidden("This takes the role metrics, or one that includes it.");

    private final Configurations configurations;
    private final HeaderLogin logins;
    private final Peers peers;
    private final String baseDomain;
    private final boolean open;

    @Inject
    Admission(Configurations configurations, HeaderLogin logins, Peers peers, Settings settings) {
        this.configurations = configurations;
        this.logins = logins;
        this.peers = peers;
        this.baseDomain = settings.get(Settings.API_BASE_DOMAIN);
        this.open = settings.get(Settings.METRICS_PUBLIC);
    }

    /** What a request may read. */
    sealed interface Decision {}

    /** The figures of all tenants, and of the pool. */
    record Everything() implements Decision {}

    /** Those of a tenant, all its secrets together. */
    record WholeTenant(UUID tenantId) implements Decision {}

    /** Those of one secret. */
    record OneSecret(Account account) implements Decision {}

    /** Nothing. */
    record Refused(Refusal refusal) implements Decision {}

    /** By the host: a tenant's own below the base domain; any other, since scrapers call servers by address, is for all. */
    Decision ofHost(HttpServletRequest request) {
        String host = peers.host(request);
        return isTenants(host)
                ? ofTenant(host.substring(0, host.length() - baseDomain.length() - 1), request)
                : ofEverything(request);
    }

    /** By the part of the path, or of the host, that names a tenant and perhaps a sub id. */
    Decision ofTenant(String name, HttpServletRequest request) {
        Optional<TenantName> tenant = TenantName.parse(name);
        Optional<UUID> token = StatsToken.parse(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (token.isPresent()) {
            return tenant.flatMap(found -> granted(found, token)).orElseGet(() -> new Refused(NO_TOKEN));
        }
        return refusal(request)
                .map(refusal -> refusal == Refusal.NOTHING_SHOWN ? NO_TOKEN : refusal)
                .<Decision>map(Refused::new)
                .or(() -> tenant.flatMap(found -> granted(found, Optional.empty())))
                .orElseGet(() -> new Refused(NO_TENANT));
    }

    /** Why a request may not read what is about this server, or about everything; empty if it may. */
    public Optional<Refusal> objection(HttpServletRequest request) {
        if (isTenants(peers.host(request))) {
            return Optional.of(Refusal.NOTHING_HERE);
        }
        return open ? Optional.empty() : refusal(request);
    }

    private Decision ofEverything(HttpServletRequest request) {
        return objection(request).<Decision>map(Refused::new).orElseGet(Everything::new);
    }

    private boolean isTenants(String host) {
        return host.endsWith("." + baseDomain);
    }

    /** @param token that has to be the tenant's; empty for somebody who may read all */
    private Optional<Decision> granted(TenantName name, Optional<UUID> token) {
        Configuration configuration = configurations.current();
        return configuration
                .tenant(name.slug())
                .filter(tenant -> token.map(tenant::isToken).orElse(true))
                .flatMap(tenant -> part(configuration, tenant, name));
    }

    private static Optional<Decision> part(Configuration configuration, KnownTenant tenant, TenantName name) {
        return name.named().isEmpty()
                ? Optional.of(new WholeTenant(tenant.id()))
                : configuration.account(name.slug(), name.subId()).map(OneSecret::new);
    }

    private Optional<Refusal> refusal(HttpServletRequest request) {
        HeaderLogin.Outcome outcome = logins.logIn(request);
        if (outcome instanceof HeaderLogin.Entered entered) {
            return entered.includes(AdminRole.METRICS) ? Optional.empty() : Optional.of(NO_ROLE);
        }
        return Optional.of(((HeaderLogin.Refused) outcome).refusal());
    }
}
