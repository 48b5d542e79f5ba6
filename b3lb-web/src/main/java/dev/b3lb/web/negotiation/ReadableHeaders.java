package dev.b3lb.web.negotiation;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps from JAX-RS the headers by which it would choose an answer, or refuse one with a page and a stack trace when it
 * cannot read them. The API has one form of answer for each call, whatever a client says that it accepts, and monitoring
 * is better told something than nothing; a body whose type nobody can read has none.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class ReadableHeaders implements Filter {

    private static final String HIDDEN = ReadableHeaders.class.getName() + ".";

    private static final Set<String> OF_NO_CONCERN = names(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE);
    private static final Set<String> WITH_CONTENT_TYPE =
            names(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.CONTENT_TYPE);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        OF_NO_CONCERN.forEach(name -> http.setAttribute(HIDDEN + name, whole(http, name)));
        chain.doFilter(
                new Without(http, isReadable(http.getContentType()) ? OF_NO_CONCERN : WITH_CONTENT_TYPE), response);
    }

    /** A header as the client sent it, though JAX-RS does not see it; empty if there is none. */
    public static String sent(HttpServletRequest request, String name) {
        Object value = request.getAttribute(HIDDEN + name);
        return value == null ? "" : value.toString();
    }

    private static String whole(HttpServletRequest http, String name) {
        Enumeration<String> lines = http.getHeaders(name);
        return String.join(",", Collections.list(lines));
    }

    private static boolean isReadable(String contentType) {
        try {
            return contentType == null || MediaType.valueOf(contentType) != null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static Set<String> names(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Collections.addAll(set, names);
        return Collections.unmodifiableSet(set);
    }

    /** A request as if some of its headers had not been sent. */
    private static final class Without extends HttpServletRequestWrapper {

        private final Set<String> hidden;

        Without(HttpServletRequest request, Set<String> hidden) {
            super(request);
            this.hidden = hidden;
        }

        @Override
        public String getHeader(String name) {
            return hidden.contains(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return hidden.contains(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            List<String> names = Collections.list(super.getHeaderNames());
            return Collections.enumeration(
                    names.stream().filter(name -> !hidden.contains(name)).toList());
        }

        @Override
        public String getContentType() {
            return hidden.contains(HttpHeaders.CONTENT_TYPE) ? null : super.getContentType();
        }
    }
}
