package dev.b3lb.metrics;

import dev.b3lb.configuration.Configuration;
import dev.b3lb.server.DatabaseContact;
import dev.b3lb.tally.Tallies;
import dev.b3lb.tally.Tally;
import dev.b3lb.tally.TallyKey;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.KnownTenant;
import dev.b3lb.tenant.Limits;
import io.prometheus.metrics.model.snapshots.Labels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Puts together what is told of secrets. Sums that could not be read for some seconds are left out: another server may
 * have told newer ones, and a counter that goes back is taken for one that began anew.
 */
@ApplicationScoped
public class SecretRows {

    private static final String SECRET = "secret";

    private final Tallies tallies;
    private final DatabaseContact database;

    @Inject
    SecretRows(Tallies tallies, DatabaseContact database) {
        this.tallies = tallies;
        this.database = database;
    }

    /**
     * Rows of all secrets, and of tenants that have none of sub id 0, in the order of their labels.
     *
     * @param figures by the secret's id
     */
    List<SecretRow> all(Configuration configuration, Map<UUID, Figures> figures) {
        Collection<Account> accounts = configuration.accounts();
        Stream<SecretRow> secrets = accounts.stream()
                .map(account -> of(account, label(account.label()), figures.getOrDefault(account.id(), Figures.NONE)));
        Stream<SecretRow> tenants = configuration.tenants().stream()
                .filter(tenant -> configuration.account(tenant.slug(), 0).isEmpty())
                .map(tenant -> withoutSecret(tenant, configuration.accountsOfTenant(tenant.id())));
        return Stream.concat(secrets, tenants)
                .sorted(Comparator.comparing(SecretRow::labels))
                .toList();
    }

    /** One secret, under some labels. */
    SecretRow of(Account account, Labels labels, Figures figures) {
        return new SecretRow(
                labels,
                Optional.of(figures),
                fresh(() -> tally(account.tenantId(), account.subId())),
                Optional.of(nearest(account)),
                Optional.of(account.limits()),
                account.actsForTenant() ? Optional.of(account.tenantLimits()) : Optional.empty());
    }

    /** A tenant with all its secrets together. */
    SecretRow ofTenant(UUID tenantId, List<Account> accounts, Figures figures) {
        Optional<Limits> limits = accounts.stream().findFirst().map(Account::tenantLimits);
        return new SecretRow(
                Labels.EMPTY,
                Optional.of(figures),
                fresh(() -> tallies.ofTenant(tenantId)),
                limits,
                Optional.empty(),
                limits);
    }

    /** What belongs to the tenant stands under its sub id 0, whether there is such a secret or not. */
    private SecretRow withoutSecret(KnownTenant tenant, List<Account> others) {
        return new SecretRow(
                label(tenant.slug()),
                Optional.empty(),
                fresh(() -> tally(tenant.id(), 0)),
                Optional.empty(),
                Optional.empty(),
                others.stream().findFirst().map(Account::tenantLimits));
    }

    private Tally tally(UUID tenantId, int subId) {
        return tallies.of(new TallyKey(tenantId, subId)).orElse(Tally.NONE);
    }

    private Optional<Tally> fresh(Supplier<Tally> tally) {
        return database.up() ? Optional.of(tally.get()) : Optional.empty();
    }

    private static Limits nearest(Account account) {
        return new Limits(
                nearest(account.limits().meetings(), account.tenantLimits().meetings()),
                nearest(account.limits().attendees(), account.tenantLimits().attendees()));
    }

    /** 0 is no limit. */
    private static int nearest(int one, int other) {
        return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
    }

    private static Labels label(String secret) {
        return Labels.of(SECRET, secret);
    }
}
