package dev.b3lb.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.audit.AuditRecord;
import dev.b3lb.settings.SomeSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class LoginsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final String ADDRESS = "192.0.2.1";
    private static final String TOKEN = "b3lb_token";

    private final List<KnownUser> users = new ArrayList<>();
    private final List<KnownToken> tokens = new ArrayList<>();
    private final CountedHashing pbkdf2 = new CountedHashing();
    private final LoginThrottle throttle = new LoginThrottle(() -> 0);
    private final List<Runnable> inBackground = new ArrayList<>();
    private final List<AuditRecord> recorded = new ArrayList<>();
    private final LoginRecords records = new LoginRecords((record, ago) -> recorded.add(record), "b3lb-1", () -> 0);
    private final Logins logins = new Logins(
            () -> new KnownUsers(users, tokens),
            new PasswordHashing(pbkdf2),
            new VerifiedPasswords(new Random(1), () -> 0),
            throttle,
            new TokenUses((Jdbi) null, inBackground::add),
            records,
            SomeSettings.with("B3LB_METRICS_USER", "Prometheus", "B3LB_METRICS_PASSWORD", "of the settings"),
            Clock.fixed(NOW, ZoneOffset.UTC));

    /** Counts how often it is asked; what it makes of a password can be read. */
    private static final class CountedHashing implements jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash {

        private final Map<String, Integer> verified = new HashMap<>();

        @Override
        public String generate(char[] password) {
            return "hash of " + new String(password);
        }

        @Override
        public boolean verify(char[] password, String stored) {
            verified.merge(stored, 1, Integer::sum);
            return stored.equals(generate(password));
        }
    }

    private KnownUser add(String name, boolean enabled, AdminRole... roles) {
        KnownUser user =
                new KnownUser(new UUID(0, users.size()), 0, name, "hash of " + name + "'s", Set.of(roles), enabled);
        users.add(user);
        return user;
    }

    private void addToken(KnownUser user, Set<AdminRole> scope, Optional<Instant> expiresAt) {
        tokens.add(new KnownToken(new UUID(1, tokens.size()), user.id(), TokenTexts.hash(TOKEN), scope, expiresAt));
    }

    private Optional<Identity> byPassword(String name, String password) {
        return logins.byPassword(LoginAttempt.byPassword(name, ADDRESS), password);
    }

    private Optional<Identity> byToken(String token) {
        return logins.byToken(LoginAttempt.byToken(ADDRESS), token);
    }

    @Test
    void the_right_password_gives_the_user_with_its_roles() {
        add("Ada", true, AdminRole.ADMIN, AdminRole.METRICS);

        assertThat(byPassword("ada", "Ada's"))
                .contains(new Identity("Ada", Set.of(AdminRole.ADMIN, AdminRole.METRICS)));
        assertThat(byPassword("ada", "Bob's")).isEmpty();
    }

    @Test
    void a_right_password_is_hashed_once_in_a_while_a_wrong_one_each_time() {
        add("ada", true, AdminRole.ADMIN);

        byPassword("ada", "ada's");
        byPassword("ada", "ada's");
        assertThat(pbkdf2.verified).containsOnly(Map.entry("hash of ada's", 1));

        byPassword("ada", "wrong");
        byPassword("ada", "wrong");
        assertThat(pbkdf2.verified).containsOnly(Map.entry("hash of ada's", 3));
    }

    @Test
    void who_is_unknown_or_not_enabled_costs_one_hash_too() {
        add("ada", false, AdminRole.ADMIN);

        assertThat(byPassword("nobody", "x")).isEmpty();
        assertThat(byPassword("ada", "ada's")).isEmpty();

        assertThat(pbkdf2.verified).containsOnly(Map.entry("hash of nobody", 2));
    }

    @Test
    void the_password_of_nobody_lets_nobody_in() {
        assertThat(byPassword("nobody", "nobody")).isEmpty();
    }

    @Test
    void failures_make_a_pause_in_which_nothing_is_hashed() {
        add("ada", true, AdminRole.ADMIN);
        for (int i = 0; i < 5; i++) {
            byPassword("ada", "wrong");
        }

        assertThat(byPassword("ada", "ada's")).isEmpty();

        assertThat(throttle.pause(LoginAttempt.byPassword("ada", ADDRESS))).isPresent();
        assertThat(pbkdf2.verified).containsOnly(Map.entry("hash of ada's", 5));
    }

    @Test
    void the_user_of_the_settings_reads_metrics_and_costs_no_hash() {
        assertThat(byPassword("prometheus", "of the settings"))
                .contains(new Identity("Prometheus", Set.of(AdminRole.METRICS)));

        assertThat(pbkdf2.verified).isEmpty();
    }

    @Test
    void neither_the_name_nor_the_password_of_the_settings_is_good_for_anything_else() {
        add("ada", true, AdminRole.ADMIN);

        assertThat(byPassword("prometheus", "of the settingz")).isEmpty();
        assertThat(byPassword("ada", "of the settings")).isEmpty();
        assertThat(byPassword("nobody", "of the settings")).isEmpty();

        assertThat(pbkdf2.verified).containsOnly(Map.entry("hash of nobody", 2), Map.entry("hash of ada's", 1));
    }

    @Test
    void a_user_with_the_name_of_the_settings_has_a_password_and_roles_of_its_own() {
        add("prometheus", true, AdminRole.OPERATOR);

        assertThat(byPassword("prometheus", "prometheus's"))
                .contains(new Identity("prometheus", Set.of(AdminRole.OPERATOR)));
        assertThat(byPassword("prometheus", "of the settings"))
                .contains(new Identity("Prometheus", Set.of(AdminRole.METRICS)));
    }

    @Test
    void failures_of_the_user_of_the_settings_count() {
        for (int i = 0; i < 5; i++) {
            byPassword("prometheus", "wrong");
        }

        assertThat(throttle.pause(LoginAttempt.byPassword("prometheus", ADDRESS)))
                .isPresent();
    }

    @Test
    void a_token_without_a_scope_has_its_users_roles() {
        addToken(add("ada", true, AdminRole.OPERATOR), Set.of(), Optional.empty());

        assertThat(byToken(TOKEN)).contains(new Identity("ada", Set.of(AdminRole.OPERATOR)));
        assertThat(byToken(TOKEN + "x")).isEmpty();
    }

    @Test
    void a_scope_only_takes_roles_away() {
        addToken(
                add("ada", true, AdminRole.OPERATOR, AdminRole.METRICS),
                Set.of(AdminRole.ADMIN, AdminRole.METRICS),
                Optional.empty());

        assertThat(byToken(TOKEN)).contains(new Identity("ada", Set.of(AdminRole.METRICS)));
    }

    @Test
    void a_scope_may_be_less_than_what_the_user_has() {
        addToken(add("ada", true, AdminRole.VIEWER), Set.of(AdminRole.METRICS), Optional.empty());

        assertThat(byToken(TOKEN)).contains(new Identity("ada", Set.of(AdminRole.METRICS)));
    }

    @Test
    void a_token_is_valid_until_the_moment_it_expires() {
        KnownUser ada = add("ada", true, AdminRole.ADMIN);
        addToken(ada, Set.of(), Optional.of(NOW.plusNanos(1)));
        assertThat(byToken(TOKEN)).isPresent();

        tokens.clear();
        addToken(ada, Set.of(), Optional.of(NOW));
        assertThat(byToken(TOKEN)).isEmpty();
    }

    @Test
    void a_token_of_who_is_not_enabled_or_gone_is_not_valid() {
        addToken(add("ada", false, AdminRole.ADMIN), Set.of(), Optional.empty());
        assertThat(byToken(TOKEN)).isEmpty();

        users.clear();
        assertThat(byToken(TOKEN)).isEmpty();
    }

    @Test
    void uses_of_a_token_are_noted_in_the_background_once_in_a_while() {
        addToken(add("ada", true, AdminRole.ADMIN), Set.of(), Optional.empty());

        byToken(TOKEN);
        byToken(TOKEN);

        assertThat(inBackground).hasSize(1);
    }

    @Test
    void who_gets_in_is_recorded_and_who_does_not_is_not() {
        addToken(add("ada", true, AdminRole.ADMIN), Set.of(), Optional.empty());
        add("bob", true, AdminRole.VIEWER);

        byPassword("BOB", "bob's");
        byPassword("bob", "wrong");
        byPassword("prometheus", "of the settings");
        byToken(TOKEN);
        byToken(TOKEN + "x");
        records.write();

        assertThat(recorded).extracting(AuditRecord::who).containsExactly("bob", "Prometheus", "ada");
    }
}
