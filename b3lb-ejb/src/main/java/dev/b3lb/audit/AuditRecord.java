package dev.b3lb.audit;

import dev.b3lb.management.Caller.Door;
import jakarta.json.JsonObject;

/**
 * Something that somebody did. None of it may hold a secret.
 *
 * @param who the user's name as the door authenticated it
 * @param door the way in which it was asked for
 * @param operation what was done: the name of an operation, or {@link #LOG_IN}
 * @param subject what it was done to, in words
 * @param before how that was; an empty object when there is nothing to say
 * @param after how it is now, or what came of it
 */
public record AuditRecord(
        String who, Door door, String operation, String subject, JsonObject before, JsonObject after) {

    /** What is no operation, but recorded among them: somebody has logged in. */
    public static final String LOG_IN = "log-in";
}
