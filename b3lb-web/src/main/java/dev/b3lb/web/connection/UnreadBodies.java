package dev.b3lb.web.connection;

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

/**
 * Ends connections whose client announced a body that nobody read. The server would wait for the rest of it, with a
 * thread for each such client, and whoever wants to could take all threads that way. What has come already is read, so
 * that honest clients keep their connection.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class UnreadBodies implements Filter {

    private static final int PIECE = 8 << 10;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } finally {
            // Whatever is going to read the body has done so by now, also when the answer comes later
            if (announcesBody((HttpServletRequest) request) && !isRead(request.getInputStream())) {
                end(request, response);
            }
        }
    }

    private static boolean announcesBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isRead(ServletInputStream body) throws IOException {
        byte[] piece = new byte[PIECE];
        while (!body.isFinished() && body.available() > 0) {
            body.read(piece, 0, Math.min(piece.length, body.available()));
        }
        return body.isFinished();
    }

    private static void end(ServletRequest request, ServletResponse response) throws IOException {
        if (!request.isAsyncStarted()) {
            response.flushBuffer();
        }
        ServletRequestContext.requireCurrent().getExchange().getConnection().close();
    }
}
