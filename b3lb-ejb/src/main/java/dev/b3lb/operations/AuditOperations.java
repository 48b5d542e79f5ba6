package dev.b3lb.operations;

import static jakarta.json.stream.JsonCollectors.toJsonArray;

import dev.b3lb.audit.AuditRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** Reading who did what. */
@ApplicationScoped
public class AuditOperations implements OperationGroup {

    private static final String NEWEST = """
            select id, at, who, door, operation, subject, before, after
            from audit
            where (cast(:id as bigint) is null or id = :id)
              and (cast(:who as text) is null or who = :who)
              and (cast(:door as text) is null or door = :door)
              and (cast(:operation as text) is null or operation = :operation)
              and (cast(:logins as boolean) or operation <> :login)
              and (cast(:subject as text) is null or position(:subject in subject) > 0)
              and (cast(:since as timestamptz) is null or at >= cast(:since as timestamptz))
              and (cast(:until as timestamptz) is null or at < cast(:until as timestamptz))
            order by id desc offset :offset limit :limit""";

    private final Jdbi jdbi;

    @Inject
    AuditOperations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of("audit", this::audit);
    }

    private JsonValue audit(OperationCall call) {
        Arguments arguments = call.arguments();
        Optional<OffsetDateTime> since = moment(arguments, "since");
        Optional<OffsetDateTime> until = moment(arguments, "until");
        Page page = Page.of(arguments);
        return jdbi
                .withHandle(handle -> handle.createQuery(NEWEST)
                        .bind("id", arguments.number("id"))
                        .bind("who", arguments.optional("who"))
                        .bind("door", arguments.optional("door").map(word -> word.toUpperCase(Locale.ROOT)))
                        .bind("operation", arguments.optional("operation-name"))
                        .bind("logins", arguments.truth("log-ins").orElse(true))
                        .bind("login", AuditRecord.LOG_IN)
                        .bind("subject", arguments.optional("subject"))
                        .bind("since", since)
                        .bind("until", until)
                        .bind("offset", page.offset())
                        .bind("limit", page.limit())
                        .map((row, context) -> json(row))
                        .list())
                .stream()
                .map(JsonValue.class::cast)
                .collect(toJsonArray());
    }

    /** Times without an offset would mean another moment on each machine, so they are refused. */
    private static Optional<OffsetDateTime> moment(Arguments arguments, String name) {
        return arguments.optional(name).map(text -> {
            try {
                return OffsetDateTime.parse(text);
            } catch (DateTimeParseException unreadable) {
                throw new RefusedException(name + " must be a moment such as 2030-01-31T13:45:00Z, with Z for UTC or an"
                        + " offset such as +01:00.");
            }
        });
    }

    private static JsonObject json(ResultSet row) throws SQLException {
        return Json.createObjectBuilder()
                .add("id", row.getLong("id"))
                .add("at", row.getObject("at", OffsetDateTime.class).toInstant().toString())
                .add("who", row.getString("who"))
                .add("door", row.getString("door").toLowerCase(Locale.ROOT))
                .add("operation-name", row.getString("operation"))
                .add("subject", row.getString("subject"))
                .add("before", object(row.getString("before")))
                .add("after", object(row.getString("after")))
                .build();
    }

    private static JsonValue object(String text) {
        if (text == null) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
