package dev.b3lb.fakenode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that goes wrong by a settable offset. */
final class AdjustableClock extends Clock {

    private final Clock right;
    private volatile Duration offset = Duration.ZERO;

    AdjustableClock(Clock right) {
        this.right = right;
    }

    void setOffset(Duration offset) {
        this.offset = offset;
    }

    @Override
    public Instant instant() {
        return right.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return right.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return right.withZone(zone);
    }
}
