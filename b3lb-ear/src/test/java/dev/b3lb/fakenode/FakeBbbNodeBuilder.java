package dev.b3lb.fakenode;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What a node is to be like; everything but {@link #start()} may be left out. */
public final class FakeBbbNodeBuilder {

    String host = "127.0.0.1";
    int port;
    String secret = "fakeNodeSecretThatNobodyElseShouldKnow1234";
    Set<HashAlgorithm> algorithms = EnumSet.allOf(HashAlgorithm.class);
    Optional<String> label = Optional.empty();
    String bbbVersion = "";
    Clock clock = Clock.systemUTC();
    Optional<RandomGenerator> random = Optional.empty();
    Optional<NodeThreads> threads = Optional.empty();
    Duration endDelay = Duration.ZERO;
    List<Duration> callbackPauses = EndCallbacks.PAUSES;
    int requestLog = 1_000;
    Optional<Duration> expiryInterval = Optional.empty();

    FakeBbbNodeBuilder() {}

    /**
     * The address to listen on, and the host in the URLs that the node gives out. Default 127.0.0.1.
     *
     * @param address host name or IP address of this machine, no wildcard
     * @return this
     */
    public FakeBbbNodeBuilder host(String address) {
        host = address;
        return this;
    }

    /**
     * The port to listen on. Default 0: a free one at random.
     *
     * @param number 0..65535
     * @return this
     */
    public FakeBbbNodeBuilder port(int number) {
        port = number;
        return this;
    }

    /**
     * The API secret.
     *
     * @param text not blank
     * @return this
     */
    public FakeBbbNodeBuilder secret(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A node without a secret would let everybody in");
        }
        secret = text;
        return this;
    }

    /**
     * The hashes that the node takes in checksums. Default all.
     *
     * @param first one of them
     * @param more the others
     * @return this
     */
    public FakeBbbNodeBuilder algorithms(HashAlgorithm first, HashAlgorithm... more) {
        algorithms = EnumSet.of(first, more);
        return this;
    }

    /**
     * The name of the node on its pages. Default host and port.
     *
     * @param text any text
     * @return this
     */
    public FakeBbbNodeBuilder label(String text) {
        label = Optional.of(text);
        return this;
    }

    /**
     * The version that the API root reveals. Default none, as with BBB.
     *
     * @param text such as {@code 3.0.12}
     * @return this
     */
    public FakeBbbNodeBuilder bbbVersion(String text) {
        bbbVersion = text;
        return this;
    }

    /**
     * The node's clock. Default the system's.
     *
     * @param source gives the time
     * @return this
     */
    public FakeBbbNodeBuilder clock(Clock source) {
        clock = source;
        return this;
    }

    /**
     * Where passwords, tokens and voice bridges come from. Default a secure source of its own.
     *
     * @param source must be safe for several threads
     * @return this
     */
    public FakeBbbNodeBuilder random(RandomGenerator source) {
        random = Optional.of(source);
        return this;
    }

    /**
     * Threads that are shared with other nodes; closing the node leaves them alone. Default threads of its own.
     *
     * @param shared open until the node is closed
     * @return this
     */
    public FakeBbbNodeBuilder threads(NodeThreads shared) {
        threads = Optional.of(shared);
        return this;
    }

    /**
     * How long a meeting stays listed after it was ended. Default zero; some seconds with BBB.
     *
     * @param delay not negative
     * @return this
     */
    public FakeBbbNodeBuilder endDelay(Duration delay) {
        endDelay = delay;
        return this;
    }

    /**
     * The pauses before further tries of a callback; with none it is tried once. Default BBB's 30, 60, 120 and 300
     * seconds.
     *
     * @param pauses in their order
     * @return this
     */
    public FakeBbbNodeBuilder callbackPauses(Duration... pauses) {
        callbackPauses = List.of(pauses);
        return this;
    }

    /**
     * How many requests the node remembers. Default 1,000; large pools want less.
     *
     * @param requests at least 0
     * @return this
     */
    public FakeBbbNodeBuilder requestLog(int requests) {
        requestLog = requests;
        return this;
    }

    /**
     * Lets meetings expire by themselves by BBB's rules: 5 minutes without anybody, 1 minute after the last one left,
     * or as the create says. Default never.
     *
     * @param interval how often the node looks
     * @return this
     */
    public FakeBbbNodeBuilder expireIdleMeetings(Duration interval) {
        expiryInterval = Optional.of(interval);
        return this;
    }

    /**
     * Starts the node.
     *
     * @return a node that listens
     * @throws java.io.UncheckedIOException if the port is taken
     */
    public FakeBbbNode start() {
        return new FakeBbbNode(this);
    }
}
