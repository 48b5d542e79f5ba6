package dev.b3lb.bbb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on a free port that says to each connection what a test tells it to, byte by byte if need be. */
final class ScriptedNode implements AutoCloseable {

    private static final String END_OF_HEADERS = "\r\n\r\n";

    private final ServerSocket server;
    private final Script script;
    private final ExecutorService connections = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<IOException> breaks = new CopyOnWriteArrayList<>();

    /** What is answered; the connection is closed afterwards. */
    interface Script {
        void answer(Received request, OutputStream out) throws IOException;
    }

    /** A request as it came in. */
    record Received(String head, String body) {
        String line() {
            return head.substring(0, head.indexOf("\r\n"));
        }

        String query() {
            String target = line().split(" ")[1];
            return target.substring(target.indexOf('?') + 1);
        }
    }

    ScriptedNode(Script script) throws IOException {
        this.script = script;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        connections.execute(this::accept);
    }

    /** A node that answers everything with that status and body. */
    static ScriptedNode answering(String status, String body) throws IOException {
        return new ScriptedNode((request, out) -> out.write(response(status, body)));
    }

    static byte[] response(String status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + "\r\nContent-Type: text/xml\r\nConnection: close\r\nContent-Length: "
                + bytes.length + END_OF_HEADERS;
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    NodeEndpoint endpoint() {
        return endpoint("http");
    }

    NodeEndpoint endpoint(String scheme) {
        URI root = URI.create(scheme + "://127.0.0.1:" + server.getLocalPort());
        return new NodeEndpoint(
                root.resolve("/bigbluebutton/api/"), root.resolve("/b3lb/load"), "secret", ChecksumAlgorithm.SHA256);
    }

    List<Received> received() {
        return received;
    }

    /** The faults met while talking, such as the other side hanging up. */
    List<IOException> breaks() {
        return breaks;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                connections.execute(() -> talk(socket));
            } catch (IOException e) {
                breaks.add(e);
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            Received request = read(socket.getInputStream());
            received.add(request);
            script.answer(request, socket.getOutputStream());
        } catch (IOException e) {
            breaks.add(e);
        }
    }

    private static Received read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith(END_OF_HEADERS)) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The request ended early.");
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        return new Received(text, new String(in.readNBytes(contentLength(text)), StandardCharsets.UTF_8));
    }

    private static int contentLength(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        connections.shutdownNow();
    }
}
