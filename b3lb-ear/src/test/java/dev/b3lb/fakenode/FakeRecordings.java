package dev.b3lb.fakenode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/** The recordings of a node. They survive {@link FakeBbbNode#forget()}, as they do on a disk. */
public final class FakeRecordings {

    private static final int KEPT = 10_000;

    private final List<FakeRecording> recordings = new ArrayList<>();

    /**
     * Adds a recording; beyond 10,000 the oldest goes.
     *
     * @param recording the new one
     */
    public synchronized void add(FakeRecording recording) {
        recordings.add(recording);
        if (recordings.size() > KEPT) {
            recordings.remove(0);
        }
    }

    /**
     * All recordings in any state.
     *
     * @return oldest first
     */
    public synchronized List<FakeRecording> all() {
        return List.copyOf(recordings);
    }

    /** Changes published and unpublished ones; true when there was at least one of these ids. */
    synchronized boolean change(Collection<String> recordIds, UnaryOperator<FakeRecording> change) {
        boolean found = false;
        for (int i = 0; i < recordings.size(); i++) {
            FakeRecording recording = recordings.get(i);
            if (recording.isChangeable() && recordIds.contains(recording.recordId())) {
                recordings.set(i, change.apply(recording));
                found = true;
            }
        }
        return found;
    }
}
