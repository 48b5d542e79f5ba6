package dev.b3lb.bbb;

import java.time.Duration;
import java.util.Optional;

/** Is told of every call to a node when it is over. Must neither wait nor fail. */
@FunctionalInterface
public interface CallObserver {

    /** Tells nobody. */
    CallObserver NONE = (call, failure, took) -> {};

    /**
     * A call is over.
     *
     * @param call the call's name on the wire, or {@code load} or {@code version}
     * @param failure why there is no answer; none if there is one, SUCCESS or FAILED
     * @param took the time from the request to the answer's last byte, reading it included
     */
    void called(String call, Optional<NodeFailure.Kind> failure, Duration took);
}
