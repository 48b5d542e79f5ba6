package dev.b3lb.web.answer;

import dev.b3lb.memory.Memory;
import dev.b3lb.memory.Share;
import dev.b3lb.memory.Use;
import dev.b3lb.server.SeldomLines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Large answers that are just being read. Who asks for the same while somebody still reads it gets the same bytes, so a
 * crowd that asks for one list costs the list once. What does not fit into the memory for answers is refused.
 */
@ApplicationScoped
public class SharedContents {

    /** Smaller answers are not worth sharing: so much is kept for each client that does not fetch it anyway. */
    public static final int LARGE_BYTES = 64 << 10;

    private static final Logger LOG = Logger.getLogger(SharedContents.class);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final SeldomLines lines = new SeldomLines(PAUSE, System::nanoTime);
    private final Memory memory;
    private final ConcurrentMap<Object, Made> made = new ConcurrentHashMap<>();

    @Inject
    public SharedContents(Memory memory) {
        this.memory = memory;
    }

    /** What was made, and of which things. */
    private record Made(List<?> things, SharedContent content) {

        /** The things themselves: comparing what they say would cost as much as making it anew. */
        boolean isOf(List<?> others) {
            if (things.size() != others.size()) {
                return false;
            }
            for (int i = 0; i < others.size(); i++) {
                if (things.get(i) != others.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * The content made of some things, for one more reader, who has to hand it to {@link Outgoing}.
     *
     * @param key what it is; contents of other keys are never the same
     * @param owner on whose account it goes
     * @param things what it is made of, immutable; when they are the same objects in the same order the bytes are too
     * @param most how many bytes it has at most; asked for only when it has to be made
     * @param maker makes the bytes; called by one thread at a time for each key
     * @return empty when there is no memory for it now
     */
    public Optional<SharedContent> of(
            Object key, Object owner, List<?> things, LongSupplier most, Supplier<byte[]> maker) {
        Made current = made.compute(
                key,
                (same, known) ->
                        known != null && known.isOf(things) && known.content().join()
                                ? known
                                : make(key, owner, things, most, maker).orElse(null));
        return Optional.ofNullable(current).map(Made::content);
    }

    private Optional<Made> make(Object key, Object owner, List<?> things, LongSupplier most, Supplier<byte[]> maker) {
        Share share = memory.of(Use.ANSWERS).open(owner);
        long taken = most.getAsLong();
        if (!share.take(taken)) {
            lines.next(owner)
                    .ifPresent(more -> LOG.warnf(
                            "There is no memory for an answer of %d bytes beside those that are being read; it is refused%s",
                            taken, more));
            return Optional.empty();
        }
        try {
            byte[] bytes = maker.get();
            share.give(taken - bytes.length);
            return Optional.of(new Made(things, new SharedContent(bytes, () -> forget(key, share))));
        } catch (RuntimeException | Error failed) {
            share.close();
            throw failed;
        }
    }

    /** A newer one of the same key may be in its place; that has readers, and stays. */
    private void forget(Object key, Share share) {
        share.close();
        made.computeIfPresent(key, (same, known) -> known.content().isLeft() ? null : known);
    }
}
