package dev.b3lb.web.connection;

import dev.b3lb.web.body.IncomingBodies;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends connections whose client announced a body that nobody read and does not send it. The server would wait for the
 * rest of it, with a thread for each such client, and whoever wants to could take all threads that way. A client that is
 * still sending has its answer already but reads it only when it is through, so a few of those are heard to the end.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class UnreadBodies implements Filter {

    private static final int PIECE = 8 << 10;

    /** Nobody is listened to for longer than that takes without a turn, however fast it comes. */
    private static final int AT_ONCE = 64 << 10;

    private static final int HEARD_AT_ONCE = 8;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Semaphore turns = new Semaphore(HEARD_AT_ONCE);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } finally {
            // Whoever is going to read the body has begun to by now, also when the answer comes later
            if (isNobodys((HttpServletRequest) request) && !isRead(request.getInputStream())) {
                end(request, response);
            }
        }
    }

    private static boolean isNobodys(HttpServletRequest request) {
        return IncomingBodies.isAnnounced(request) && !IncomingBodies.isReceiving(request);
    }

    private static boolean isRead(ServletInputStream body) throws IOException {
        readWhatIsThere(body);
        return body.isFinished();
    }

    /** Whether anything was there. */
    private static boolean readWhatIsThere(ServletInputStream body) throws IOException {
        byte[] piece = new byte[PIECE];
        boolean any = false;
        for (int left = AT_ONCE; left > 0 && !body.isFinished() && body.available() > 0; left--) {
            int length = body.read(piece, 0, Math.min(piece.length, body.available()));
            any |= length > 0;
            left -= length;
        }
        return any;
    }

    private void end(ServletRequest request, ServletResponse response) throws IOException {
        if (!request.isAsyncStarted()) {
            response.flushBuffer();
        }
        if (!isHeardOut(request.getInputStream())) {
            ServletRequestContext.requireCurrent().getExchange().getConnection().close();
        }
    }

    private boolean isHeardOut(ServletInputStream body) throws IOException {
        if (!turns.tryAcquire()) {
            return false;
        }
        try {
            long begin = System.nanoTime();
            long lastHeard = begin;
            while (!body.isFinished() && isWithin(LONGEST, begin) && isWithin(SILENCE, lastHeard)) {
                LockSupport.parkNanos(PAUSE.toNanos());
                lastHeard = readWhatIsThere(body) ? System.nanoTime() : lastHeard;
            }
            return body.isFinished();
        } finally {
            turns.release();
        }
    }

    private static boolean isWithin(Duration limit, long since) {
        return System.nanoTime() - since < limit.toNanos();
    }
}
