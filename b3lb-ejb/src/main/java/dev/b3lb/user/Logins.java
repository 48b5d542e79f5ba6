package dev.b3lb.user;

import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Finds out who somebody is by a password or a token, from memory alone. A wrong name takes as long as a wrong password.
 * Failures are logged without what was tried, and counted.
 */
@ApplicationScoped
public class Logins {

    private static final Logger LOG = Logger.getLogger(Logins.class);

    /** A check is all work and no waiting, so more at a time than half of the processors only harms others. */
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    /** Less than a third of the threads that requests have. */
    private static final int AT_MOST = Math.max(16, AT_ONCE);

    private final UserDirectory directory;
    private final PasswordHashing hashing;
    private final VerifiedPasswords verified;
    private final LoginThrottle throttle;
    private final TokenUses uses;
    private final LoginRecords records;
    private final Clock clock;
    private final Optional<MetricsUser> metricsUser;
    private final PasswordTurns turns = new PasswordTurns(AT_ONCE, AT_MOST);

    @Inject
    Logins(
            UserDirectory directory,
            PasswordHashing hashing,
            VerifiedPasswords verified,
            LoginThrottle throttle,
            TokenUses uses,
            LoginRecords records,
            Settings settings,
            Clock clock) {
        this.directory = directory;
        this.hashing = hashing;
        this.verified = verified;
        this.throttle = throttle;
        this.uses = uses;
        this.records = records;
        this.metricsUser = MetricsUser.of(settings);
        this.clock = clock;
    }

    /**
     * Whose name and password that is. A user may have the name of the one in the settings; each has its own password
     * and its own roles then.
     *
     * @param attempt with the name
     * @throws TooManyLoginsException when it cannot be checked now
     */
    public Optional<Identity> byPassword(LoginAttempt attempt, String password) {
        String username = attempt.username().orElseThrow();
        Optional<MetricsUser> scraper = metricsUser.filter(one -> one.is(username, password));
        if (scraper.isPresent()) {
            return byPassword(attempt, scraper.map(MetricsUser::identity));
        }
        Optional<KnownUser> user = directory.users().user(username).filter(KnownUser::enabled);
        boolean right = isRemembered(user, password)
                || turns.take(() -> isRight(attempt, user, password)).orElseThrow(TooManyLoginsException::new);
        return byPassword(
                attempt, user.filter(known -> right).map(known -> new Identity(known.username(), known.roles())));
    }

    private Optional<Identity> byPassword(LoginAttempt attempt, Optional<Identity> identity) {
        identity.ifPresent(known -> records.byPassword(known, attempt));
        return outcome(attempt, identity);
    }

    private boolean isRemembered(Optional<KnownUser> user, String password) {
        return user.filter(known -> verified.holds(known, password)).isPresent();
    }

    /** Looks once more at what may have changed since this began to wait for its turn. */
    private boolean isRight(LoginAttempt attempt, Optional<KnownUser> user, String password) {
        if (isRemembered(user, password)) {
            return true;
        }
        if (throttle.pause(attempt).isPresent()) {
            return false;
        }
        if (user.isEmpty()) {
            hashing.matchNobody(password);
            return false;
        }
        boolean right = hashing.matches(password, user.get().passwordHash());
        if (right) {
            verified.remember(user.get(), password);
        }
        return right;
    }

    /** Whose token that is. */
    public Optional<Identity> byToken(LoginAttempt attempt, String token) {
        KnownUsers users = directory.users();
        Optional<KnownToken> known =
                users.token(TokenTexts.hash(token)).filter(found -> found.isValidAt(clock.instant()));
        Optional<KnownUser> user =
                known.flatMap(found -> users.user(found.userId())).filter(KnownUser::enabled);
        Optional<Identity> identity =
                user.map(owner -> new Identity(owner.username(), known.get().rolesOf(owner)));
        identity.ifPresent(owner -> {
            uses.used(known.get().id());
            records.byToken(owner, attempt, known.get());
        });
        return outcome(attempt, identity);
    }

    private Optional<Identity> outcome(LoginAttempt attempt, Optional<Identity> identity) {
        if (identity.isPresent()) {
            throttle.succeeded(attempt);
        } else if (throttle.pause(attempt).isEmpty()) { // what comes in a pause fills no log
            throttle.failed(attempt);
            String consequence = throttle.pause(attempt)
                    .map(pause -> "; further ones are refused for " + pause.toSeconds() + " seconds")
                    .orElse("");
            LOG.warnf("A log-in of %s failed%s", attempt, consequence);
        }
        return identity;
    }
}
