package dev.b3lb.web.api;

import dev.b3lb.configuration.Configurations;
import dev.b3lb.settings.Settings;
import dev.b3lb.tenant.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/** Finds the account that a request is for, by the host that it was sent to or by its path. */
@ApplicationScoped
public class Accounts {

    private final Configurations configurations;
    private final Settings settings;

    @Inject
    Accounts(Configurations configurations, Settings settings) {
        this.configurations = configurations;
        this.settings = settings;
    }

    /** The account that a part of the path names. */
    Optional<Account> ofPath(String name) {
        return TenantName.parse(name).flatMap(this::account);
    }

    /** The account of the host: that of a tenant's own host, or the default tenant's on the base domain. */
    Optional<Account> ofHost(HttpServletRequest request) {
        String host = host(request);
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

    /** The host without a port, lower case. What a proxy says of it counts only if the proxy is trusted. */
    private String host(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-Host");
        String host = forwarded != null && trusted(request)
                ? forwarded.split(",", 2)[0].strip()
                : Optional.ofNullable(request.getHeader("Host")).orElse("");
        return host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
    }

    private boolean trusted(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        if (peer == null || peer.isBlank()) {
            return false; // the JDK would take nothing for this machine itself
        }
        try {
            return settings.get(Settings.TRUSTED_PROXIES).contains(InetAddress.getByName(peer));
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }
}
