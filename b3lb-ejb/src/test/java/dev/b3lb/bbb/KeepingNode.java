package dev.b3lb.bbb;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server that keeps its connections, until a test has it end them where a client does not expect it. */
final class KeepingNode implements AutoCloseable {

    /** How a connection ends when a request has come on it. */
    enum Ending {
        /** Properly, as when the server has just closed it for being idle. */
        CLOSED,
        /** By a reset, as when something on the way has forgotten the connection. */
        RESET,
        /** Before the request's body was read. */
        CLOSED_BEFORE_THE_BODY,
        /** In the middle of the answer's first line. */
        CLOSED_WITHIN_THE_ANSWER
    }

    private static final String END_OF_HEAD = "\r\n\r\n";

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final byte[] answer;
    private volatile Ending ending = Ending.CLOSED;
    private volatile boolean keptOnesEnd;
    private volatile boolean newOnesEnd;
    private volatile CyclicBarrier together = new CyclicBarrier(1);

    KeepingNode(String body) throws IOException {
        answer = ("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + END_OF_HEAD + body)
                .getBytes(StandardCharsets.US_ASCII);
        threads.execute(this::accept);
    }

    NodeEndpoint endpoint() {
        URI root = URI.create("http://127.0.0.1:" + server.getLocalPort());
        return new NodeEndpoint(
                root.resolve("/bigbluebutton/api/"), root.resolve("/b3lb/load"), "secret", ChecksumAlgorithm.SHA256);
    }

    /** Each connection that has served a request ends at its next one. */
    void endKeptOnes(Ending how) {
        ending = how;
        keptOnesEnd = true;
    }

    /** Each connection ends at its first request. */
    void endNewOnes(Ending how) {
        ending = how;
        newOnesEnd = true;
    }

    /** Answers when that many requests are there, so that each has a connection of its own. */
    void answerTogether(int many) {
        together = new CyclicBarrier(many);
    }

    /** How many connections there have been. */
    int connections() {
        return connections.size();
    }

    /** The heads of all requests, answered or not. */
    List<String> requests() {
        return requests;
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = server.accept();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            }
        } catch (IOException testIsOver) {
            threads.shutdown();
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            for (boolean kept = false; ; kept = true) {
                String head = head(connection.getInputStream());
                requests.add(head);
                boolean ends = kept ? keptOnesEnd : newOnesEnd;
                if (!ends || ending != Ending.CLOSED_BEFORE_THE_BODY) {
                    connection.getInputStream().readNBytes(contentLength(head));
                }
                if (ends) {
                    end(connection);
                    return;
                }
                together.await(10, TimeUnit.SECONDS);
                connection.getOutputStream().write(answer);
                if (head.toLowerCase(Locale.ROOT).contains("connection: close")) {
                    return;
                }
            }
        } catch (Exception clientIsGone) {
            // It may be, at any moment
        }
    }

    private void end(Socket connection) throws IOException {
        if (ending == Ending.RESET) {
            connection.setSoLinger(true, 0);
        } else if (ending == Ending.CLOSED_WITHIN_THE_ANSWER) {
            connection.getOutputStream().write("HTTP/1.1 20".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf(END_OF_HEAD) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("no further request");
            }
            head.append((char) next);
        }
        return head.toString();
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
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
