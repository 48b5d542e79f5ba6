package dev.b3lb.callback;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver that answers each request with given bytes, and may then hang or drip. */
final class ScriptedReceiver implements AutoCloseable {

    /** What is done with a connection once the request's head is read. */
    interface Script {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Script script;
    private final boolean listens;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    ScriptedReceiver(Script script) throws IOException {
        this(script, true);
    }

    private ScriptedReceiver(Script script, boolean listens) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        this.script = script;
        this.listens = listens;
        daemon(this::accept).start();
    }

    /** One that gives the same answer to everybody. */
    static ScriptedReceiver answering(String head, String body) throws IOException {
        return new ScriptedReceiver(out -> write(out, head + "\r\n\r\n" + body));
    }

    /** One that says something before it has heard anything. */
    static ScriptedReceiver blurting(String text) throws IOException {
        return new ScriptedReceiver(out -> write(out, text), false);
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "scripted receiver");
        thread.setDaemon(true);
        return thread;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                daemon(() -> serve(socket)).start();
            }
        } catch (IOException closed) {
            // The test is over
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (listens) {
                requests.add(head(socket));
            }
            script.answer(socket.getOutputStream());
        } catch (IOException brokenOff) {
            // That is what some tests are about
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        StringBuilder head = new StringBuilder();
        String line = in.readLine();
        while (line != null && !line.isEmpty()) {
            head.append(line).append('\n');
            line = in.readLine();
        }
        return head.toString();
    }

    int port() {
        return server.getLocalPort();
    }

    String url(String host) {
        return "http://" + host + ":" + port() + "/end?x=%20y&token=t";
    }

    /** The heads of the requests so far. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
