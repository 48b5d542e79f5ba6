package dev.b3lb.meeting;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Nodes whose meetings end when a test says so. */
public final class FakeMeetingsOnNodes extends MeetingsOnNodes {

    private volatile List<Busy> busy = List.of(new Busy("bbb01", 1));

    /** One node with one meeting. */
    public FakeMeetingsOnNodes() {
        super(null);
    }

    /** All meetings are over. */
    public void end() {
        busy = List.of();
    }

    @Override
    public List<Busy> among(Collection<UUID> nodes) {
        return busy;
    }
}
