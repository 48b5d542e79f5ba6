package dev.b3lb.assembly;

import dev.b3lb.bbb.Cause;
import dev.b3lb.trace.RequestScope;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Nodes are called for the request that a thread works for. */
final class RequestCause implements Cause {

    @Override
    public Optional<String> requestId() {
        return RequestScope.current();
    }

    @Override
    public Executor keptOn(Executor executor) {
        return RequestScope.carrying(executor);
    }
}
