package dev.b3lb.operations;

import static jakarta.json.stream.JsonCollectors.toJsonArray;

import dev.b3lb.user.AdminRole;
import dev.b3lb.user.AdminUser;
import dev.b3lb.user.PasswordHashing;
import dev.b3lb.user.PasswordRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Who may log in to console and REST API. */
@ApplicationScoped
public class UserOperations implements OperationGroup {

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    private final UserFinder finder;
    private final ChangeLog changes;
    private final Transactions transactions;
    private final PasswordHashing hashing;
    private final Clock clock;

    @Inject
    UserOperations(
            UserFinder finder, ChangeLog changes, Transactions transactions, PasswordHashing hashing, Clock clock) {
        this.finder = finder;
        this.changes = changes;
        this.transactions = transactions;
        this.hashing = hashing;
        this.clock = clock;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of(
                "createsuperuser", call -> add(call, Set.of(AdminRole.ADMIN)),
                "adduser", call -> add(call, roles(call.arguments().text("roles"))),
                "setuser", this::set,
                "removeuser", call -> transactions.inOne(() -> remove(call)),
                "users", call -> transactions.inOne(() -> users(call.arguments())));
    }

    /** The password is hashed before the transaction, since that takes its time. */
    private JsonValue add(OperationCall call, Set<AdminRole> roles) {
        String hash = hash(call.arguments()).orElseThrow();
        return transactions.inOne(() -> {
            String username = call.arguments().text("username");
            finder.requireFree(username);
            AdminUser user = new AdminUser(
                    UUID.randomUUID(), username, hash, roles, clock.instant().truncatedTo(ChronoUnit.SECONDS));
            apply(call.arguments(), user);
            entities.persist(user);
            return recorded(call, user, JsonValue.EMPTY_JSON_OBJECT);
        });
    }

    private JsonValue set(OperationCall call) {
        Optional<String> hash = hash(call.arguments());
        return transactions.inOne(() -> {
            AdminUser user = finder.user(call.arguments().text("username"));
            ConfigurationFinder.requireVersion(call, user.getVersion());
            JsonObject before = UserJson.of(user);
            hash.ifPresent(user::setPasswordHash);
            call.arguments().ifText("roles", words -> user.setRoles(roles(words)));
            apply(call.arguments(), user);
            return recorded(call, user, before);
        });
    }

    private JsonValue remove(OperationCall call) {
        AdminUser user = finder.user(call.arguments().text("username"));
        ConfigurationFinder.requireVersion(call, user.getVersion());
        entities.remove(user);
        entities.flush();
        changes.record(call, subject(user), UserJson.of(user), JsonValue.EMPTY_JSON_OBJECT);
        return Json.createObjectBuilder().add("username", user.getUsername()).build();
    }

    private JsonValue users(Arguments arguments) {
        return finder.users(arguments.optional("username"), Page.of(arguments)).stream()
                .map(user -> (JsonValue) UserJson.of(user))
                .collect(toJsonArray());
    }

    private JsonObject recorded(OperationCall call, AdminUser user, JsonObject before) {
        entities.flush();
        JsonObject after = UserJson.of(user);
        changes.record(call, subject(user), before, UserJson.noted(after, call.arguments()));
        return after;
    }

    private static String subject(AdminUser user) {
        return "user " + user.getUsername();
    }

    private static void apply(Arguments arguments, AdminUser user) {
        arguments.ifText("email", user::setEmail);
        arguments.ifText("language", user::setLanguage);
        arguments.ifTruth("enabled", user::setEnabled);
    }

    static Set<AdminRole> roles(String words) {
        try {
            return AdminRole.parse(words);
        } catch (IllegalArgumentException unknown) {
            throw new RefusedException(unknown.getMessage());
        }
    }

    /** What is to be stored of the password that is given or, in a document, was given once. */
    private Optional<String> hash(Arguments arguments) {
        Optional<String> password = arguments.optional("password");
        Optional<String> hash = arguments.optional("password-hash");
        hash.filter(text -> !PasswordHashing.isStored(text)).ifPresent(text -> {
            throw new RefusedException("password-hash is not what an export holds.");
        });
        password.flatMap(text -> PasswordRule.complaint(text, arguments.text("username")))
                .ifPresent(complaint -> {
                    throw new RefusedException(complaint);
                });
        return hash.or(() -> password.map(hashing::hash));
    }
}
