package dev.b3lb.testbed;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An HTTP/1.1 client for requests that proper clients refuse to make: any bytes in the query, any Host header. One
 * connection per request; redirects are not followed.
 */
public final class RawHttp {

    private static final Duration SILENCE_LIMIT = Duration.ofSeconds(60);
    private static final int MAX_BODY = 64 * 1024 * 1024;

    private final int port;

    /** @param port a port of the loopback address */
    public RawHttp(int port) {
        this.port = port;
    }

    /**
     * Makes a request.
     *
     * @param target path and query, sent as UTF-8 byte for byte; line ends in it would end the request line
     * @param headers further header lines; Host must be among them
     * @throws IOException when nobody listens, the answer breaks off or nothing comes for a minute
     */
    public HttpAnswer send(String method, String target, List<String> headers, byte[] body) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), (int) SILENCE_LIMIT.toMillis());
            socket.setSoTimeout((int) SILENCE_LIMIT.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(head(method, target, headers, body.length).getBytes(StandardCharsets.UTF_8));
            out.write(body);
            out.flush();
            return read(new BufferedInputStream(socket.getInputStream()), method);
        }
    }

    private static String head(String method, String target, List<String> headers, int length) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nConnection: close\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (length > 0 || "POST".equals(method)) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    private static HttpAnswer read(InputStream in, String method) throws IOException {
        int status = status(line(in));
        List<String> headers = new ArrayList<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            headers.add(header);
        }
        HttpAnswer head = new HttpAnswer(status, headers, new byte[0]);
        boolean bodyless = "HEAD".equals(method) || status == 204 || status == 304;
        return bodyless ? head : new HttpAnswer(status, headers, body(in, head));
    }

    private static int status(String line) throws IOException {
        String[] words = line.split(" ");
        if (words.length < 2 || !words[0].startsWith("HTTP/1.")) {
            throw new IOException("The answer is not HTTP: " + line);
        }
        return Integer.parseInt(words[1]);
    }

    private static byte[] body(InputStream in, HttpAnswer head) throws IOException {
        if (head.header("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
            return chunks(in);
        }
        int length = head.header("Content-Length").map(Integer::valueOf).orElse(MAX_BODY);
        byte[] body = in.readNBytes(Math.min(length, MAX_BODY));
        if (length != MAX_BODY && body.length < length) {
            throw new EOFException("The answer broke off after " + body.length + " of " + length + " bytes.");
        }
        return body;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (body.size() < MAX_BODY) {
            int length = Integer.parseInt(line(in).split(";")[0].strip(), 16);
            byte[] chunk = in.readNBytes(length);
            if (chunk.length < length) {
                throw new EOFException("The answer broke off inside a chunk.");
            }
            body.writeBytes(chunk);
            line(in);
            if (length == 0) {
                return body.toByteArray();
            }
        }
        throw new IOException("The answer is longer than " + MAX_BODY + " bytes.");
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The answer broke off in its head.");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
