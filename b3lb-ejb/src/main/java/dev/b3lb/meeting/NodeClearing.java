package dev.b3lb.meeting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Asks one node to end many meetings, a few at a time. Once it has not answered it is not asked for the rest, so that a
 * dead node takes no more time than one question.
 */
final class NodeClearing {

    /**
     * What came of one meeting.
     *
     * @param meeting the meeting
     * @param reply what its node said
     */
    record Cleared(PlacedMeeting meeting, EndReply reply) {}

    private static final int AT_ONCE = 16;

    private final Queue<PlacedMeeting> waiting;
    private final Function<PlacedMeeting, CompletionStage<EndReply>> question;
    private final BooleanSupplier timeIsUp;
    private final List<Cleared> cleared = new ArrayList<>();

    /**
     * @param meetings all on the same node
     * @param question asks for one of them
     * @param timeIsUp whether no more questions may be begun
     */
    NodeClearing(
            Collection<PlacedMeeting> meetings,
            Function<PlacedMeeting, CompletionStage<EndReply>> question,
            BooleanSupplier timeIsUp) {
        this.waiting = new ArrayDeque<>(meetings);
        this.question = question;
        this.timeIsUp = timeIsUp;
    }

    /** Completes with one entry for each meeting. */
    CompletionStage<List<Cleared>> run() {
        if (waiting.isEmpty()) {
            return CompletableFuture.completedStage(cleared);
        }
        if (cleared.stream().anyMatch(one -> one.reply().kind() == EndReply.Kind.SILENT)) {
            return giveUp(EndReply.NODE_IS_SILENT);
        }
        return timeIsUp.getAsBoolean() ? giveUp(EndReply.NO_TIME) : next();
    }

    private CompletionStage<List<Cleared>> giveUp(EndReply reason) {
        waiting.forEach(meeting -> cleared.add(new Cleared(meeting, reason)));
        waiting.clear();
        return run();
    }

    private CompletionStage<List<Cleared>> next() {
        List<CompletableFuture<Cleared>> asked = new ArrayList<>();
        while (!waiting.isEmpty() && asked.size() < AT_ONCE) {
            PlacedMeeting meeting = waiting.remove();
            asked.add(question.apply(meeting)
                    .thenApply(reply -> new Cleared(meeting, reply))
                    .toCompletableFuture());
        }
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).thenCompose(all -> {
            asked.forEach(one -> cleared.add(one.join()));
            return run();
        });
    }
}
