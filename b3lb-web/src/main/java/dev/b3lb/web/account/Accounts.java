package dev.b3lb.web.account;

import dev.b3lb.configuration.Configurations;
import dev.b3lb.settings.Settings;
import dev.b3lb.tenant.Account;
import dev.b3lb.web.peer.Peers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Finds the account that a request is for, by the host that it was sent to or by its path. */
@ApplicationScoped
public class Accounts {

    private final Configurations configurations;
    private final Settings settings;
    private final Peers peers;

    @Inject
    Accounts(Configurations configurations, Settings settings, Peers peers) {
        this.configurations = configurations;
        this.settings = settings;
        this.peers = peers;
    }

    /** The account that a part of the path names. */
    public Optional<Account> ofPath(String name) {
        return TenantName.parse(name).flatMap(this::account);
    }

    /** The account of the host: that of a tenant's own host, or the default tenant's on the base domain. */
    public Optional<Account> ofHost(HttpServletRequest request) {
        String host = peers.host(request);
        String base = settings.get(Settings.API_BASE_DOMAIN);
        if (host.equals(base)) {
            return settings.get(Settings.DEFAULT_TENANT)
                    .flatMap(slug -> configurations.current().account(slug, 0));
        }
        return host.endsWith("." + base)
                ? ofPath(host.substring(0, host.length() - base.length() - 1))
                : Optional.empty();
    }

    private Optional<Account> account(TenantName name) {
        return configurations.current().account(name.slug(), name.subId());
    }
}
