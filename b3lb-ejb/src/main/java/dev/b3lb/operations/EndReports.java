package dev.b3lb.operations;

import static jakarta.json.stream.JsonCollectors.toJsonArray;

import dev.b3lb.configuration.Configurations;
import dev.b3lb.meeting.ForcedEnds;
import dev.b3lb.tenant.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** What came of ending meetings, for operators. */
@ApplicationScoped
public class EndReports {

    private final Configurations configurations;

    @Inject
    EndReports(Configurations configurations) {
        this.configurations = configurations;
    }

    /** How many meetings were closed, and how many ends the nodes have confirmed. */
    static JsonObjectBuilder counted(List<ForcedEnds.Ended> ended) {
        return Json.createObjectBuilder().add("closed", closed(ended)).add("confirmed", confirmed(ended));
    }

    static long closed(List<ForcedEnds.Ended> ended) {
        return ended.stream().filter(ForcedEnds.Ended::closed).count();
    }

    static long confirmed(List<ForcedEnds.Ended> ended) {
        return ended.stream().filter(ForcedEnds.Ended::confirmed).count();
    }

    /** The meetings whose end their nodes have not confirmed, with what they said instead. */
    JsonArray unconfirmed(List<ForcedEnds.Ended> ended) {
        return ended.stream()
                .filter(one -> !one.confirmed())
                .map(one -> (JsonValue) json(one))
                .collect(toJsonArray());
    }

    private JsonObject json(ForcedEnds.Ended one) {
        Optional<Account> account =
                configurations.current().account(one.meeting().secretId());
        return Json.createObjectBuilder()
                .add("id", one.meeting().id().toString())
                .add("tenant-slug", account.map(Account::tenantSlug).orElse(""))
                .add("sub-id", account.map(Account::subId).orElse(0))
                .add("meeting-id", one.meeting().meetingId())
                .add("reason", one.reply().words())
                .build();
    }
}
