package dev.b3lb.fakenode;

import java.time.Instant;
import java.util.Optional;

/**
 * One try to tell somebody that a meeting ended.
 *
 * @param at when its outcome was known, by the node's clock
 * @param url what was asked
 * @param number 1 for the first try
 * @param status the HTTP status; empty when nobody answered
 */
public record CallbackAttempt(Instant at, String url, int number, Optional<Integer> status) {

    /**
     * Whether the node takes it for delivered.
     *
     * @return true for any 2xx
     */
    public boolean isDelivered() {
        return status.filter(s -> s / 100 == 2).isPresent();
    }
}
