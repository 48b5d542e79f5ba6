package dev.b3lb.web.answer;

import dev.b3lb.memory.Share;
import io.undertow.server.ConduitWrapper;
import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;
import io.undertow.util.ConduitFactory;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.xnio.conduits.StreamSinkConduit;

/**
 * The answer to a request, from the thread that writes it to the client. Whatever writes an answer is done when it has
 * written, however slowly its client reads: {@link UnsentBytes} keeps what the client has not fetched, and the
 * connection's own thread sends it.
 */
public final class Outgoing {

    private static final AttachmentKey<Outgoing> KEY = AttachmentKey.create(Outgoing.class);

    private final HttpServerExchange exchange;
    private volatile SharedContent content;

    private Outgoing(HttpServerExchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Puts itself between a request's answer and its connection; to be called once, before anything is answered.
     *
     * @param unsent opens the share in which bytes are counted that the client does not fetch
     * @param nanoTime a monotonic clock
     */
    public static void watch(HttpServerExchange exchange, Supplier<Share> unsent, LongSupplier nanoTime) {
        Outgoing outgoing = new Outgoing(exchange);
        exchange.putAttachment(KEY, outgoing);
        exchange.addResponseWrapper(new ConduitWrapper<StreamSinkConduit>() {
            @Override
            public StreamSinkConduit wrap(ConduitFactory<StreamSinkConduit> factory, HttpServerExchange answered) {
                SafeAnswers.complete(answered.getResponseHeaders());
                return new UnsentBytes(
                        factory.create(),
                        answered,
                        () -> counted(answered, unsent),
                        new Pace(nanoTime),
                        () -> Optional.ofNullable(outgoing.content));
            }
        });
    }

    /**
     * The answer to the request that this thread is working on.
     *
     * @throws IllegalStateException on a thread that is not a request's own
     */
    public static Outgoing current() {
        return ServletRequestContext.requireCurrent().getExchange().getAttachment(KEY);
    }

    /**
     * The answer's body is to be just these bytes, which then are not copied for this client. They are left when the
     * answer has been sent or its connection is gone.
     */
    public void shares(SharedContent shared) {
        content = shared;
        try {
            exchange.addExchangeCompleteListener(afterwards(shared::leave));
        } catch (IllegalStateException overAlready) {
            shared.leave();
        }
    }

    /** Most answers keep nothing, so only those that do need to hear of their end. */
    private static Share counted(HttpServerExchange exchange, Supplier<Share> unsent) {
        Share share = unsent.get();
        try {
            exchange.addExchangeCompleteListener(afterwards(share::close));
        } catch (IllegalStateException overAlready) {
            share.close();
        }
        return share;
    }

    private static ExchangeCompletionListener afterwards(Runnable work) {
        return (over, next) -> {
            try {
                work.run();
            } finally {
                next.proceed();
            }
        };
    }
}
