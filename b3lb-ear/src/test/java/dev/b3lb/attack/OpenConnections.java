package dev.b3lb.attack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Clients that send something, or a part of it, and then neither send nor read. */
final class OpenConnections implements AutoCloseable {

    private static final int SMALL_WINDOW = 4_096;

    private final int port;
    private final List<Socket> sockets = new ArrayList<>();

    OpenConnections(int port) {
        this.port = port;
    }

    /** Opens some more, each of which sends these characters. */
    void add(int count, String sent) throws IOException {
        byte[] bytes = sent.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(SMALL_WINDOW);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            sockets.add(socket);
            try {
                socket.getOutputStream().write(bytes);
            } catch (IOException refused) {
                socket.close(); // the server may well say no
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
