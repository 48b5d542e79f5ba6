package dev.b3lb.fakenode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A port behind which nobody speaks HTTP. */
final class SocketTrouble implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SocketTrouble.class.getName());
    private static final int LONG_LINE = 512;
    private static final int SHORT_LINE = 1;
    private static final int MOST_FILLERS = 20;
    private static final int END_SECONDS = 5;
    private static final int FULL_AFTER_MILLIS = 300;

    /** What happens to those who connect. */
    enum Kind {
        /** They are connected and hear nothing. */
        SILENT,
        /** They wait for their connection. */
        FULL,
        /** They are connected, and reset as soon as they say something. */
        RESETTING
    }

    private final ServerSocket socket;
    private final List<Socket> fillers = new ArrayList<>();
    private final CountDownLatch accepting = new CountDownLatch(1);

    private SocketTrouble(ServerSocket socket) {
        this.socket = socket;
    }

    static SocketTrouble start(Kind kind, String host, int port, NodeThreads threads) {
        try {
            InetAddress address = InetAddress.getByName(host);
            int line = kind == Kind.FULL ? SHORT_LINE : LONG_LINE;
            SocketTrouble trouble = new SocketTrouble(new ServerSocket(port, line, address));
            if (kind == Kind.FULL) {
                trouble.fill();
            } else if (kind == Kind.RESETTING) {
                threads.spawn(trouble::resetAll);
                return trouble;
            }
            trouble.accepting.countDown();
            return trouble;
        } catch (IOException e) {
            throw new UncheckedIOException("No trouble can be made on " + host + ":" + port, e);
        }
    }

    /** Nobody takes connections from the line, so after a few of them it takes no more. */
    private void fill() throws IOException {
        for (int i = 0; i < MOST_FILLERS; i++) {
            Socket filler = new Socket();
            fillers.add(filler);
            try {
                filler.connect(
                        new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort()), FULL_AFTER_MILLIS);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
        throw new IOException("The line does not get full");
    }

    private void resetAll() {
        while (!socket.isClosed()) {
            resetOne();
        }
        accepting.countDown();
    }

    private void resetOne() {
        try (Socket connection = socket.accept()) {
            connection.setSoLinger(true, 0);
            connection.setSoTimeout(FULL_AFTER_MILLIS);
            connection.getInputStream().read();
        } catch (IOException goneOrClosed) {
            LOG.log(Level.DEBUG, "A connection to be reset was gone", goneOrClosed);
        }
    }

    @Override
    public void close() {
        for (Socket filler : fillers) {
            closeQuietly(filler);
        }
        try {
            socket.close();
            // The port is free only when nobody accepts there any more
            accepting.await(END_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(Socket filler) {
        try {
            filler.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A connection could not be closed", e);
        }
    }
}
