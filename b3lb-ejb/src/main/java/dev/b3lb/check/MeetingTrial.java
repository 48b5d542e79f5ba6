package dev.b3lb.check;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.MetadataName;
import dev.b3lb.bbb.NodeAnswer;
import dev.b3lb.bbb.NodeClient;
import dev.b3lb.bbb.NodeEndpoint;
import dev.b3lb.bbb.NodeReply;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.QueryParameters;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Creates a meeting on a node and ends it. It carries a mark by which no server takes it for anybody's meeting. Should
 * its end get lost, the node ends it by itself, since nobody joins it.
 */
final class MeetingTrial {

    private static final Duration CREATE_LIMIT = Duration.ofSeconds(8);
    private static final Duration END_LIMIT = Duration.ofSeconds(4);

    /** A node whose answer to a create was lost may not have done with it yet. */
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofSeconds(2);

    /** From here on, links that expire and times of recordings go wrong visibly. */
    private static final Duration MOST_DIFFERENCE = Duration.ofSeconds(5);

    private final NodeClient client;
    private final NodeEndpoint node;
    private final Clock clock;
    private final String meetingId = "b3lb-check-" + UUID.randomUUID();
    private final String moderatorPassword = UUID.randomUUID().toString();

    MeetingTrial(NodeClient client, NodeEndpoint node, Clock clock) {
        this.client = client;
        this.node = node;
        this.clock = clock;
    }

    /** Three findings: clock, create, end. */
    List<Finding> findings() {
        long before = clock.millis();
        NodeReply reply = call(ApiCall.CREATE, parameters(), CREATE_LIMIT);
        long after = clock.millis();
        if (reply instanceof NodeReply.Failed failed) {
            Finding end = failed.failure().maybeExecuted() ? endIfThere() : Finding.notTried("end");
            return List.of(
                    Finding.notTried("clock"),
                    Finding.bad("create", "No test meeting: " + failed.failure().words() + "."),
                    end);
        }
        NodeAnswer answer = ((NodeReply.Answered) reply).answer();
        if (!answer.successful()) {
            return List.of(
                    Finding.notTried("clock"),
                    Finding.bad(
                            "create",
                            "The node refuses a test meeting: "
                                    + answer.messageKey().orElse("no known error") + "."),
                    Finding.notTried("end"));
        }
        Finding created = Finding.good("create", "A test meeting was created within " + (after - before) + " ms.");
        return List.of(clock(answer, before, after), created, end());
    }

    /** No guest policy, recording or welcome of the node's own may get in the way, and nobody is to be waited for. */
    private QueryParameters parameters() {
        return QueryParameters.none()
                .with("meetingID", meetingId)
                .with("name", "b3lb check")
                .with("attendeePW", UUID.randomUUID().toString())
                .with("moderatorPW", moderatorPassword)
                .with("record", "false")
                .with("duration", "1")
                .with("meetingExpireIfNoUserJoinedInMinutes", "1")
                .with(MetadataName.PARAMETER_PREFIX + MetadataName.CHECK, meetingId);
    }

    private static Finding clock(NodeAnswer answer, long before, long after) {
        OptionalLong createTime = createTime(answer);
        if (createTime.isEmpty()) {
            return Finding.bad("clock", "The node did not tell when it created the test meeting.");
        }
        long difference = createTime.getAsLong() - (before + after) / 2;
        String words = Math.abs(difference) + " ms " + (difference < 0 ? "behind" : "ahead of")
                + " this server, give or take " + (after - before + 1) / 2 + " ms";
        return Math.abs(difference) <= MOST_DIFFERENCE.toMillis()
                ? Finding.good("clock", "The node's clock is " + words + ".")
                : Finding.bad(
                        "clock",
                        "The node's clock is " + words
                                + ". Times of recordings and links that expire will be wrong; look at NTP on both.");
    }

    private static OptionalLong createTime(NodeAnswer answer) {
        return answer.text("createTime")
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    private Finding end() {
        NodeReply reply = askForEnd();
        if (ended(reply)) {
            return Finding.good("end", "The test meeting was ended.");
        }
        return ended(askForEnd())
                ? Finding.bad("end", "The test meeting was ended only when asked again: " + words(reply) + ".")
                : Finding.bad(
                        "end",
                        "The test meeting was not ended: " + words(reply)
                                + ". It ends by itself within minutes, since nobody joins it.");
    }

    /** The answer to the create got lost, so nobody knows whether there is anything to end. */
    private Finding endIfThere() {
        NodeReply reply = askForEnd();
        if (!ended(reply)) {
            pause();
            reply = askForEnd();
        }
        return ended(reply)
                ? Finding.good("end", "The test meeting was there all the same, and was ended.")
                : Finding.bad(
                        "end",
                        "No test meeting was ended: " + words(reply)
                                + ". If it is there after all, it ends by itself within minutes, since nobody joins it.");
    }

    private NodeReply askForEnd() {
        return call(
                ApiCall.END,
                QueryParameters.none().with("meetingID", meetingId).with("password", moderatorPassword),
                END_LIMIT);
    }

    private static boolean ended(NodeReply reply) {
        return reply instanceof NodeReply.Answered answered && answered.answer().successful();
    }

    private static String words(NodeReply reply) {
        return reply instanceof NodeReply.Failed failed
                ? failed.failure().words()
                : ((NodeReply.Answered) reply).answer().messageKey().orElse("no known error");
    }

    private NodeReply call(ApiCall call, QueryParameters parameters, Duration limit) {
        return client.call(node, NodeRequest.of(call, parameters), limit)
                .toCompletableFuture()
                .join();
    }

    private static void pause() {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, BEFORE_ASKING_AGAIN.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
