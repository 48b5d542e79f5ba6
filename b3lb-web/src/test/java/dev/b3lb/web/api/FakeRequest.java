package dev.b3lb.web.api;

import dev.b3lb.web.negotiation.ReadableHeaders;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as a servlet container gives it, as far as anything here looks at it. */
public final class FakeRequest {

    private final String method;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> attributes = new TreeMap<>();
    private String uri = "/";
    private String query;
    private String remoteAddress = "203.0.113.9";
    private InputStream body = InputStream.nullInputStream();
    private long length = -1;

    private FakeRequest(String method) {
        this.method = method;
    }

    public static FakeRequest get() {
        return new FakeRequest("GET");
    }

    static FakeRequest post(String contentType, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        FakeRequest request = new FakeRequest("POST").header("Content-Type", contentType);
        request.body = new ByteArrayInputStream(bytes);
        request.length = bytes.length;
        return request;
    }

    public FakeRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** A header that is kept from JAX-RS. */
    public FakeRequest hiddenHeader(String name, String value) {
        attributes.put(ReadableHeaders.class.getName() + "." + name, value);
        return this;
    }

    public FakeRequest query(String raw) {
        this.query = raw;
        return this;
    }

    public FakeRequest uri(String path) {
        this.uri = path;
        return this;
    }

    public FakeRequest from(String address) {
        this.remoteAddress = address;
        return this;
    }

    /** The body comes without an announced length. */
    FakeRequest chunked() {
        length = -1;
        return header("Transfer-Encoding", "chunked");
    }

    /** There is more to come than has come yet. */
    FakeRequest announcing(long bytes) {
        length = bytes;
        return this;
    }

    /** The client goes away while it sends. */
    FakeRequest broken() {
        body = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int available() {
                return 1;
            }
        };
        return this;
    }

    public HttpServletRequest asServlet() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                FakeRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> answer(called, arguments));
    }

    private Object answer(Method called, Object[] arguments) {
        return switch (called.getName()) {
            case "getMethod" -> method;
            case "getQueryString" -> query;
            case "getHeader" -> headers.get((String) arguments[0]);
            case "getHeaders" ->
                Collections.enumeration(Optional.ofNullable(headers.get((String) arguments[0])).stream()
                        .toList());
            case "getContentType" -> headers.get("Content-Type");
            case "getCharacterEncoding" -> null;
            case "getContentLength" -> (int) length;
            case "getContentLengthLong" -> length;
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "getAttribute" -> attributes.get((String) arguments[0]);
            case "getRequestURI" -> uri;
            case "getRemoteAddr" -> remoteAddress;
            case "getInputStream" -> new Body(body);
            case "toString" -> method + Optional.ofNullable(query).orElse("");
            default -> throw new UnsupportedOperationException(called.getName());
        };
    }

    private static final class Body extends ServletInputStream {

        private final InputStream bytes;

        Body(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public int available() throws IOException {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            try {
                return bytes.available() == 0;
            } catch (IOException broken) {
                return false;
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            try {
                listener.onDataAvailable();
                if (isFinished()) {
                    listener.onAllDataRead();
                }
            } catch (IOException broken) {
                listener.onError(broken);
            }
        }
    }
}
