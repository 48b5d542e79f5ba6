package dev.b3lb.fakenode;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * A BigBlueButton node without the conferences: it speaks BBB's API over HTTP, keeps meetings in memory, shows a page to
 * those who join, and fails on command. Safe for any number of threads.
 */
public final class FakeBbbNode implements AutoCloseable {

    private static final int OWN_WORKERS = 32;
    private static final int LARGEST_LOAD = 10_000;

    private final String host;
    private final String secret;
    private final AdjustableClock clock;
    private final NodeThreads threads;
    private final boolean ownThreads;
    private final NodeServer server;
    private final Faults faults;
    private final Requests requests;
    private final Sessions sessions = new Sessions();
    private final FakeRecordings recordings = new FakeRecordings();
    private final EndCallbacks callbacks;
    private final FakeMeetings meetings;
    private final Optional<Future<?>> expiry;
    private volatile int load;

    FakeBbbNode(FakeBbbNodeBuilder plan) {
        host = plan.host;
        secret = plan.secret;
        clock = new AdjustableClock(plan.clock);
        ownThreads = plan.threads.isEmpty();
        threads = plan.threads.orElseGet(() -> NodeThreads.ofWorkers(OWN_WORKERS));
        server = new NodeServer(host, plan.port, threads);
        faults = new Faults(server);
        requests = new Requests(plan.requestLog);
        callbacks = new EndCallbacks(threads, clock, plan.callbackPauses);
        Tokens tokens = new Tokens(plan.random.orElseGet(SecureRandom::new));
        meetings = new FakeMeetings(clock, tokens, threads, plan.endDelay, this::afterEnd);
        NodeIdentity identity =
                new NodeIdentity(plan.label.orElseGet(() -> host + ":" + port()), plan.bbbVersion, this::origin);
        listen(router(new ReferenceChecksum(secret, plan.algorithms), identity, tokens));
        expiry = plan.expiryInterval.map(interval -> threads.each(interval, meetings::expireIdle));
    }

    private Router router(ReferenceChecksum checksum, NodeIdentity identity, Tokens tokens) {
        return new Router(checksum)
                .root(new IndexCall(identity))
                .load(this::load)
                .meetings(
                        new CreateCall(meetings),
                        new JoinCall(meetings, sessions, tokens, identity),
                        new MeetingCalls(meetings, sessions))
                .content(new ContentCalls(meetings))
                .recordings(new RecordingCalls(recordings, identity))
                .pages(new ClientPages(meetings, sessions, identity, clock));
    }

    private void listen(Router router) {
        try {
            server.start(new RequestHandler(router, requests, faults, threads, clock));
        } catch (RuntimeException e) {
            closeOwnThreads();
            throw e;
        }
    }

    /**
     * Plans a node.
     *
     * @return a builder with defaults that fit most tests
     */
    public static FakeBbbNodeBuilder builder() {
        return new FakeBbbNodeBuilder();
    }

    private void afterEnd(FakeMeeting meeting) {
        sessions.removeAllOf(meeting);
        if (meeting.hasRecordingMarks() && meeting.parent().isEmpty()) {
            recordings.add(new FakeRecording(
                    meeting.internalId(),
                    meeting.externalId(),
                    meeting.name(),
                    "published",
                    meeting.createTime(),
                    clock.millis(),
                    meeting.size(),
                    meeting.metadata()));
        }
        callbacks.meetingEnded(meeting);
    }

    /**
     * The port that the node listens on, also while it refuses connections.
     *
     * @return 1..65535
     */
    public int port() {
        return server.port();
    }

    /**
     * The host that the node listens on.
     *
     * @return as it was asked for
     */
    public String host() {
        return host;
    }

    /**
     * The URL up to and without the path.
     *
     * @return such as {@code http://127.0.0.1:35001}
     */
    public String origin() {
        return "http://" + host + ":" + port();
    }

    /**
     * The URL of the API, without a slash at the end.
     *
     * @return such as {@code http://127.0.0.1:35001/bigbluebutton/api}
     */
    public String baseUrl() {
        return origin() + Router.API;
    }

    /**
     * The API secret.
     *
     * @return never blank
     */
    public String secret() {
        return secret;
    }

    /**
     * A call of this node's API, signed with SHA-256.
     *
     * @param call name of the call
     * @param rawQuery encoded query string without checksum, empty for none
     * @return the whole URL
     */
    public URI signed(String call, String rawQuery) {
        String checksum = ReferenceChecksum.sign(HashAlgorithm.SHA256, call, rawQuery, secret);
        return URI.create(
                baseUrl() + "/" + call + "?" + rawQuery + (rawQuery.isEmpty() ? "" : "&") + "checksum=" + checksum);
    }

    /**
     * What goes wrong with this node.
     *
     * @return settable at any time
     */
    public Faults faults() {
        return faults;
    }

    /**
     * The meetings on this node.
     *
     * @return live, and open to scripts
     */
    public FakeMeetings meetings() {
        return meetings;
    }

    /**
     * The recordings on this node.
     *
     * @return live, and open to scripts
     */
    public FakeRecordings recordings() {
        return recordings;
    }

    /**
     * What the node was asked.
     *
     * @return live
     */
    public Requests requests() {
        return requests;
    }

    /**
     * The callbacks that the node made for ended meetings.
     *
     * @return the newest 1,000, oldest first
     */
    public List<CallbackAttempt> callbackAttempts() {
        return callbacks.attempts();
    }

    /**
     * The CPU load at {@code /b3lb/load}.
     *
     * @return 0..10000
     */
    public int load() {
        return load;
    }

    /**
     * Sets the CPU load.
     *
     * @param cpu 0..10000, where 10000 is a machine without any rest
     */
    public void setLoad(int cpu) {
        if (cpu < 0 || cpu > LARGEST_LOAD) {
            throw new IllegalArgumentException("A load is 0 to " + LARGEST_LOAD + ", not " + cpu);
        }
        load = cpu;
    }

    /**
     * Makes the node's clock wrong from now on.
     *
     * @param offset what it is ahead; negative for behind
     */
    public void setClockOffset(Duration offset) {
        clock.setOffset(offset);
    }

    /**
     * The node's clock, wrong as it may be.
     *
     * @return with the offset that was set
     */
    public Clock clock() {
        return clock;
    }

    /** Loses all meetings and sessions without a word, as a restart does. Recordings stay. */
    public void forget() {
        meetings.forget();
        sessions.clear();
    }

    /** Closes all connections and frees the port; what hangs is dropped. */
    @Override
    public void close() {
        expiry.ifPresent(task -> task.cancel(false));
        callbacks.close();
        server.close();
        faults.forgetHanging();
        closeOwnThreads();
    }

    private void closeOwnThreads() {
        if (ownThreads) {
            threads.close();
        }
    }

    @Override
    public String toString() {
        return "Fake node at " + origin();
    }
}
