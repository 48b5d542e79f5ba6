package dev.b3lb.meeting;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** How one attempt at a create came out. */
sealed interface Attempt {

    /**
     * There is an answer for the client.
     *
     * @param creation the answer
     */
    record Ended(Creation creation) implements Attempt {}

    /** The meeting is not, or not any more, what it was taken for; the create has to look for it again. */
    record Superseded() implements Attempt {}

    /** The meeting was there until now and is lost, as has been noted; the create has to place it anew. */
    record Lost() implements Attempt {}

    /** An attempt that ended. */
    static CompletionStage<Attempt> ended(Creation creation) {
        return CompletableFuture.completedStage(new Ended(creation));
    }

    /** An attempt after which the create starts over. */
    static CompletionStage<Attempt> superseded() {
        return CompletableFuture.completedStage(new Superseded());
    }

    /** An attempt that found the meeting lost. */
    static CompletionStage<Attempt> lost() {
        return CompletableFuture.completedStage(new Lost());
    }
}
