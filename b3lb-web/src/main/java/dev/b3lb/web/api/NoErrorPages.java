package dev.b3lb.web.api;

import dev.b3lb.bbb.BbbError;
import dev.b3lb.bbb.BbbXml;
import dev.b3lb.trace.RequestIds;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Puts BBB's XML in the place of the container's error pages on the API's paths. */
@WebFilter(
        urlPatterns = {"/bigbluebutton/*", "/b3lb/t/*"},
        asyncSupported = true)
public class NoErrorPages implements Filter {

    private static final int SERVER_ERRORS = 500;
    private static final BbbError FAILED =
            BbbError.internalError("The request could not be carried out. Try again later.");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        boolean api = ApiPaths.matches(http);
        chain.doFilter(request, api ? new InXml((HttpServletResponse) response) : response);
    }

    private static void write(BbbError error, HttpServletResponse response) throws IOException {
        byte[] xml = BbbXml.failed(error).getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(ApiResponses.XML);
        response.setHeader("Cache-Control", ApiResponses.NO_CACHE);
        response.setContentLength(xml.length);
        response.getOutputStream().write(xml);
    }

    /** A response whose errors are answers of the API. */
    private static final class InXml extends HttpServletResponseWrapper {

        InXml(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) throws IOException {
            sendError(status, null);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            if (!isCommitted()) {
                String requestId = getHeader(RequestIds.HEADER);
                reset();
                setHeader(RequestIds.HEADER, requestId);
                write(status < SERVER_ERRORS ? BbbError.UNSUPPORTED_REQUEST : FAILED, this);
            }
        }
    }
}
