package dev.b3lb.operations;

import static jakarta.json.stream.JsonCollectors.toJsonArray;

import dev.b3lb.user.AdminRole;
import dev.b3lb.user.AdminToken;
import dev.b3lb.user.AdminUser;
import dev.b3lb.user.TokenTexts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** With what programs log in to the REST API. */
@ApplicationScoped
public class TokenOperations implements OperationGroup {

    private static final int USUAL_DAYS = 365;

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    private final UserFinder finder;
    private final ChangeLog changes;
    private final Transactions transactions;
    private final TokenTexts texts;
    private final Clock clock;

    @Inject
    TokenOperations(UserFinder finder, ChangeLog changes, Transactions transactions, TokenTexts texts, Clock clock) {
        this.finder = finder;
        this.changes = changes;
        this.transactions = transactions;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of(
                "addtoken", call -> transactions.inOne(() -> add(call)),
                "removetoken", call -> transactions.inOne(() -> remove(call)),
                "tokens", call -> transactions.inOne(() -> tokens(call.arguments())));
    }

    private JsonValue add(OperationCall call) {
        Arguments arguments = call.arguments();
        AdminUser user = finder.user(arguments.text("username"));
        String name = arguments.text("name");
        finder.token(user, "name", name).ifPresent(there -> {
            throw RefusedException.conflict("User " + user.getUsername() + " has a token " + name + " already.");
        });
        Optional<String> stored = arguments.optional("token-hash"); // in documents only
        Optional<String> made = stored.isPresent() ? Optional.empty() : Optional.of(texts.token());
        String hash = stored.or(() -> made.map(TokenTexts::hash)).orElseThrow();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        AdminToken token =
                new AdminToken(UUID.randomUUID(), user, name, hash, scope(arguments), now, expiry(arguments, now));
        entities.persist(token);
        entities.flush();
        JsonObject described = UserJson.of(token);
        changes.record(call, subject(token), JsonValue.EMPTY_JSON_OBJECT, described);
        JsonObjectBuilder reply = Json.createObjectBuilder(described);
        made.ifPresent(text -> reply.add("token", text));
        return reply.build();
    }

    private static Set<AdminRole> scope(Arguments arguments) {
        return UserOperations.roles(arguments.optional("roles").orElse(""));
    }

    private static Optional<Instant> expiry(Arguments arguments, Instant now) {
        Optional<String> moment = arguments.optional("expires");
        if (moment.isPresent() && arguments.number("days").isPresent()) {
            throw new RefusedException("Give days or expires, not both.");
        }
        if (moment.isPresent()) {
            return moment.filter(text -> !text.isBlank()).map(TokenOperations::instant);
        }
        int days = arguments.number("days").orElse(USUAL_DAYS);
        return days == 0 ? Optional.empty() : Optional.of(now.plus(Duration.ofDays(days)));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new RefusedException("expires must be a moment such as 2030-01-31T00:00:00Z.");
        }
    }

    private JsonValue remove(OperationCall call) {
        Arguments arguments = call.arguments();
        AdminUser user = finder.user(arguments.text("username"));
        AdminToken token = found(user, arguments)
                .orElseThrow(() -> RefusedException.absent(
                        "User " + user.getUsername() + " has no such token; tokens lists them."));
        JsonObject before = UserJson.of(token);
        entities.remove(token);
        entities.flush();
        changes.record(call, subject(token), before, JsonValue.EMPTY_JSON_OBJECT);
        return Json.createObjectBuilder()
                .add("id", token.getId().toString())
                .add("name", token.getName())
                .build();
    }

    private Optional<AdminToken> found(AdminUser user, Arguments arguments) {
        return arguments
                .optional("name")
                .map(name -> finder.token(user, "name", name))
                .orElseGet(() -> id(arguments.text("id")).flatMap(id -> finder.token(user, "id", id)));
    }

    private JsonValue tokens(Arguments arguments) {
        Optional<AdminUser> user = arguments.optional("username").map(finder::user);
        Optional<String> wanted = arguments.optional("id");
        Optional<UUID> id = wanted.flatMap(TokenOperations::id);
        if (wanted.isPresent() && id.isEmpty()) {
            return JsonValue.EMPTY_JSON_ARRAY; // no token has such an id
        }
        return finder.tokens(user, id, Page.of(arguments)).stream()
                .map(token -> (JsonValue) UserJson.of(token))
                .collect(toJsonArray());
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static String subject(AdminToken token) {
        return "token " + token.getName() + " of user " + token.getUser().getUsername();
    }
}
