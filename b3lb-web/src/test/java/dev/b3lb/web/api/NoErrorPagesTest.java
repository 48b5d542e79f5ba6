package dev.b3lb.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoErrorPagesTest {

    private final List<String> done = new ArrayList<>();

    @Test
    void an_error_page_elsewhere_is_left_alone() throws Exception {
        HttpServletResponse response = response();
        new NoErrorPages()
                .doFilter(
                        FakeRequest.get().uri("/b3lb/t/acme/logo").asServlet(),
                        response,
                        (request, seen) -> assertThat(seen).isSameAs(response));
    }

    @Test
    void an_error_of_the_container_becomes_an_answer() throws Exception {
        new NoErrorPages()
                .doFilter(
                        FakeRequest.get().uri("/bigbluebutton/api/x").asServlet(),
                        response(),
                        (request, seen) -> ((HttpServletResponse) seen).sendError(400));
        assertThat(done).contains("reset", "setStatus 200", "setContentType text/xml;charset=utf-8");
        assertThat(done).doesNotContain("sendError 400");
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                NoErrorPagesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, called, arguments) -> {
                    done.add(called.getName() + (arguments == null ? "" : " " + arguments[0]));
                    return switch (called.getName()) {
                        case "isCommitted" -> false;
                        case "getOutputStream" -> new NoOutput();
                        default -> null;
                    };
                });
    }

    private static final class NoOutput extends jakarta.servlet.ServletOutputStream {

        @Override
        public void write(int b) throws IOException {
            // what is written is looked at in the running server
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(jakarta.servlet.WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
