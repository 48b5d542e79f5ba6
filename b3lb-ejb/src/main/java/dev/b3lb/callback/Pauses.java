package dev.b3lb.callback;

import java.time.Duration;
import java.util.List;

/** How long to wait before the next attempt: longer each time, up to an hour. */
final class Pauses {

    /** After this nothing is tried any more. */
    static final Duration LONGEST = Duration.ofHours(24);

    private static final List<Duration> GROWING =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(60));

    private Pauses() {}

    /** @param attempts how many have failed, at least 1 */
    static Duration after(int attempts) {
        return GROWING.get(Math.min(attempts, GROWING.size()) - 1);
    }
}
