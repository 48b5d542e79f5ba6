package dev.b3lb.callback;

import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/**
 * What an answer begins with.
 *
 * @param status the HTTP status
 * @param location where a redirect leads
 */
record ResponseHead(int status, Optional<String> location) {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> SAME_AGAIN = Set.of(307, 308);

    static ResponseHead of(HttpResponse response) {
        Optional<Header> location = Optional.ofNullable(response.getFirstHeader("Location"));
        return new ResponseHead(response.getCode(), location.map(Header::getValue));
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isRedirect() {
        return REDIRECTS.contains(status) && location.isPresent();
    }

    /** Whether a redirect wants the same request elsewhere, with its body. */
    boolean keepsMethod() {
        return SAME_AGAIN.contains(status);
    }
}
