package dev.b3lb.it;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.Pool;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What tests do with meetings again and again. */
final class Rooms {

    private Rooms() {}

    /** Creates a meeting whose name is its id. */
    static BbbAnswer create(BbbClient client, String meetingId) throws IOException {
        return create(client, meetingId, Map.of());
    }

    /** The same with further parameters. */
    static BbbAnswer create(BbbClient client, String meetingId, Map<String, String> more) throws IOException {
        Map<String, String> parameters = new TreeMap<>(more);
        parameters.put("meetingID", meetingId);
        parameters.putIfAbsent("name", "Room " + meetingId);
        return client.get("create", parameters);
    }

    /** A call about one meeting that needs nothing but its id. */
    static BbbAnswer ask(BbbClient client, String call, String meetingId) throws IOException {
        return client.get(call, Map.of("meetingID", meetingId));
    }

    /** The ids of the meetings that a client is told of. */
    static List<String> listed(BbbClient client) throws IOException {
        return client.get("getMeetings").values("meetings/meeting/meetingID");
    }

    /** The meetings of that id that go on, on any node of a pool. */
    static List<FakeMeeting> running(Pool pool, String meetingId) {
        return pool.nodes().stream()
                .flatMap(node -> running(node, meetingId).stream())
                .toList();
    }

    /** The meetings of that id that go on, on one node. */
    static List<FakeMeeting> running(FakeBbbNode node, String meetingId) {
        return node.meetings().all().stream()
                .filter(meeting -> meeting.externalId().equals(meetingId) && !meeting.isEnded())
                .toList();
    }

    /** The one node of a pool that holds a meeting. */
    static FakeBbbNode home(Pool pool, String meetingId) {
        List<FakeBbbNode> homes = pool.nodes().stream()
                .filter(node -> !running(node, meetingId).isEmpty())
                .toList();
        if (homes.size() != 1) {
            throw new AssertionError(meetingId + " is on " + homes.size() + " nodes: " + homes);
        }
        return homes.get(0);
    }

    /** A node's slug. */
    static String slug(Pool pool, FakeBbbNode node) {
        return pool.slugs().get(pool.nodes().indexOf(node));
    }
}
