package dev.b3lb.log;

import java.util.Optional;
import org.jboss.logmanager.ExtLogRecord;

/** Which request a line belongs to. */
final class RequestOf {

    /** The application writes it there; see {@code dev.b3lb.trace}. */
    private static final String KEY = "request";

    private RequestOf() {}

    /** The request's id; empty when the line belongs to none. */
    static Optional<String> id(ExtLogRecord event) {
        return Optional.ofNullable(event.getMdc(KEY)).filter(id -> !id.isEmpty());
    }
}
