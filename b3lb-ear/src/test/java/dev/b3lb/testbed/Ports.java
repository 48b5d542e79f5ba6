package dev.b3lb.testbed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Free TCP ports of this machine. They are drawn below the ranges from which Linux and macOS take the ports of outgoing
 * connections, so that nobody gets one by accident between the draw and its use, and none is given out twice.
 */
public final class Ports {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int DRAWS = 1_000;

    private final Random random;
    private final Set<Integer> given = new HashSet<>();

    /** @param random where the draws come from; two runs on one machine should not share a seed */
    public Ports(Random random) {
        this.random = random;
    }

    /**
     * Draws a port that nobody listens on.
     *
     * @throws TestbedFailure when hardly any port is free
     */
    public synchronized int draw() {
        for (int draw = 0; draw < DRAWS; draw++) {
            int port = random.nextInt(LOWEST, HIGHEST);
            if (!given.contains(port) && isFree(port)) {
                given.add(port);
                return port;
            }
        }
        throw new TestbedFailure("No free port was found between " + LOWEST + " and " + HIGHEST + ".");
    }

    /** Says whether a server could listen on a port now, on the loopback address and on all addresses. */
    public static boolean isFree(int port) {
        return canListen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && canListen(new InetSocketAddress(port));
    }

    private static boolean canListen(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            // As servers do: connections that linger after their close do not make a port taken
            socket.setReuseAddress(true);
            socket.bind(address, 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
