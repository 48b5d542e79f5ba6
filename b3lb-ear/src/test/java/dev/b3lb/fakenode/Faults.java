package dev.b3lb.fakenode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The faults that a node has at present. They can be set and healed while requests run; a fault that was set later wins
 * over earlier ones. Calls are named as in {@link ReceivedRequest#call()}; without names a fault hits everything that
 * the node is asked, its load URL and its pages too.
 */
public final class Faults {

    private static final int UNLIMITED = Integer.MAX_VALUE;

    /** Beyond it the clients of the oldest hanging requests have given up long ago. */
    private static final int HANGING_LIMIT = 1_000;

    /** The node's listening socket, as far as faults touch it. */
    interface Listener {
        void open();

        void shut();

        /** Something else listens on the port until it is opened again. */
        void troubleWith(SocketTrouble.Kind kind);
    }

    private static final class Rule {
        private final Fault fault;
        private final Set<String> calls;
        private int left;

        Rule(Fault fault, Set<String> calls, int left) {
            this.fault = fault;
            this.calls = calls;
            this.left = left;
        }

        boolean hits(String call) {
            return left > 0 && (calls.isEmpty() || calls.contains(call));
        }

        void use() {
            if (left != UNLIMITED) {
                left--;
            }
        }
    }

    private final Listener listener;
    private final List<Rule> rules = new ArrayList<>();
    private final Deque<Runnable> hanging = new ArrayDeque<>();
    private int healings;

    Faults(Listener listener) {
        this.listener = listener;
    }

    /**
     * Sets a fault until it is healed.
     *
     * @param fault what goes wrong
     * @param calls the calls that it hits, none for all
     */
    public void set(Fault fault, String... calls) {
        setNext(UNLIMITED, fault, calls);
    }

    /**
     * Sets a fault for the next requests, after which it is gone by itself.
     *
     * @param requests how many requests it hits, at least 1
     * @param fault what goes wrong
     * @param calls the calls that it hits, none for all
     */
    public synchronized void setNext(int requests, Fault fault, String... calls) {
        if (requests < 1) {
            throw new IllegalArgumentException("A fault must hit at least one request, not " + requests);
        }
        rules.add(0, new Rule(fault, Set.of(calls), requests));
    }

    /**
     * Closes the listening socket and all connections: connecting is refused until {@link #acceptConnections()} or
     * {@link #heal()}.
     */
    public void refuseConnections() {
        listener.shut();
    }

    /**
     * Takes connections, as the operating system does for a program that hangs, and neither reads nor answers anything
     * until {@link #acceptConnections()} or {@link #heal()}.
     */
    public void acceptSilently() {
        listener.troubleWith(SocketTrouble.Kind.SILENT);
    }

    /**
     * Lets connecting hang, as for a machine behind a firewall that drops packets: the line of connections that nobody
     * takes is full. Ends as the other troubles do.
     */
    public void fillBacklog() {
        listener.troubleWith(SocketTrouble.Kind.FULL);
    }

    /** Takes connections and resets each one at its first byte. Ends as the other troubles do. */
    public void resetConnections() {
        listener.troubleWith(SocketTrouble.Kind.RESETTING);
    }

    /** Listens again, on the same port. */
    public void acceptConnections() {
        listener.open();
    }

    /** Ends all faults: waiting requests are answered, the listening socket is open. */
    public void heal() {
        List<Runnable> waiting;
        synchronized (this) {
            rules.clear();
            healings++;
            waiting = List.copyOf(hanging);
            hanging.clear();
        }
        listener.open();
        waiting.forEach(Runnable::run);
    }

    /**
     * How many requests hang at present.
     *
     * @return those that neither were healed nor lost their node
     */
    public synchronized int hanging() {
        return hanging.size();
    }

    /** Counts healings, so that a fault that goes on for long notices that it is over. */
    synchronized int healings() {
        return healings;
    }

    /** The fault for a request, if there is one; a hanging request is kept here to be resumed. */
    synchronized Optional<Fault> take(String call, Runnable resume) {
        Optional<Rule> rule = rules.stream().filter(r -> r.hits(call)).findFirst();
        rule.ifPresent(hit -> {
            hit.use();
            if (hit.left == 0) {
                rules.remove(hit);
            }
            if (hit.fault.isHanging()) {
                keep(resume);
            }
        });
        return rule.map(hit -> hit.fault);
    }

    private void keep(Runnable resume) {
        hanging.addLast(resume);
        if (hanging.size() > HANGING_LIMIT) {
            hanging.removeFirst();
        }
    }

    synchronized void forgetHanging() {
        hanging.clear();
    }
}
