package dev.b3lb.fakenode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/**
 * The meetings of a node. Ids are looked up as BBB does it: first as a prefix of internal ids, then by the SHA-1 of the
 * external id. So a meetingID such as {@code "a"} or {@code "12"} may well find somebody else's meeting.
 */
public final class FakeMeetings {

    private static final int VOICE_BRIDGE_TRIES = 10;

    private final Clock clock;
    private final Tokens tokens;
    private final NodeThreads threads;
    private final Consumer<FakeMeeting> afterEnd;
    private final ConcurrentSkipListMap<String, FakeMeeting> byInternalId = new ConcurrentSkipListMap<>();
    private final Map<String, FakeMeeting> byVoiceBridge = new HashMap<>();
    private volatile Duration endDelay;
    private volatile LongUnaryOperator createTimes = millis -> millis;

    /**
     * Makes an empty node's meetings.
     *
     * @param clock the node's clock
     * @param tokens for passwords and voice bridges
     * @param threads for meetings that end with a delay
     * @param endDelay how long an ended meeting stays listed
     * @param afterEnd told of each meeting that is over, but not of dropped and forgotten ones
     */
    FakeMeetings(Clock clock, Tokens tokens, NodeThreads threads, Duration endDelay, Consumer<FakeMeeting> afterEnd) {
        this.clock = clock;
        this.tokens = tokens;
        this.threads = threads;
        this.endDelay = endDelay;
        this.afterEnd = afterEnd;
    }

    /**
     * Opens a meeting without a request.
     *
     * @param meetingId its meetingID
     * @param name its name
     * @param more further create parameters, such as {@code meta_bbb-origin}
     * @return the new meeting, or the one that is there already
     */
    public FakeMeeting open(String meetingId, String name, Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("meetingID", meetingId);
        parameters.put("name", name);
        return meeting(create(new MeetingPlan(Parameters.of(parameters), Optional.empty())));
    }

    /**
     * Opens breakout rooms of a meeting, as its moderator does from inside the node.
     *
     * @param parent the meeting
     * @param rooms how many
     * @return the rooms
     */
    public List<FakeMeeting> openBreakouts(FakeMeeting parent, int rooms) {
        return IntStream.rangeClosed(1, rooms)
                .mapToObj(room -> meeting(create(new MeetingPlan(
                        roomParameters(parent, room), Optional.of(new MeetingPlan.Parent(parent, room, false))))))
                .toList();
    }

    /** BBB gives its rooms the metadata of their meeting. */
    private static Parameters roomParameters(FakeMeeting parent, int room) {
        Map<String, String> parameters = new HashMap<>();
        parent.metadata().forEach((name, value) -> parameters.put("meta_" + name, value));
        parameters.put("meetingID", sha1(parent.internalId() + "-" + room) + "-" + parent.createTime());
        parameters.put("name", parent.name() + " (Room " + room + ")");
        return Parameters.of(parameters);
    }

    private static FakeMeeting meeting(CreateOutcome outcome) {
        if (outcome instanceof CreateOutcome.Created created) {
            return created.meeting();
        }
        if (outcome instanceof CreateOutcome.Duplicate duplicate) {
            return duplicate.meeting();
        }
        throw new IllegalArgumentException("The node refuses the meeting: " + outcome);
    }

    synchronized CreateOutcome create(MeetingPlan plan) {
        Optional<FakeMeeting> existing =
                notEnded(plan.parent().isPresent() ? plan.meetingId() : sha1(plan.meetingId()) + "-");
        if (existing.isPresent()) {
            return hasSamePasswords(plan, existing.get())
                    ? new CreateOutcome.Duplicate(existing.get())
                    : new CreateOutcome.NotUnique();
        }
        Optional<String> voiceBridge = freeVoiceBridge(plan);
        if (voiceBridge.isEmpty()) {
            return new CreateOutcome.VoiceBridgeTaken();
        }
        FakeMeeting meeting = new FakeMeeting(plan, identity(plan, voiceBridge.get()));
        byInternalId.put(meeting.internalId(), meeting);
        byVoiceBridge.put(meeting.voiceBridge(), meeting);
        meeting.parent().ifPresent(parent -> parent.addBreakout(meeting.internalId()));
        return new CreateOutcome.Created(meeting);
    }

    private static boolean hasSamePasswords(MeetingPlan plan, FakeMeeting existing) {
        boolean none =
                plan.attendeePassword().isEmpty() && plan.moderatorPassword().isEmpty();
        return none
                || plan.attendeePassword().equals(Optional.of(existing.attendeePassword()))
                        && plan.moderatorPassword().equals(Optional.of(existing.moderatorPassword()));
    }

    private Optional<String> freeVoiceBridge(MeetingPlan plan) {
        if (plan.voiceBridge().isPresent()) {
            return plan.voiceBridge().filter(this::isFree);
        }
        return IntStream.range(0, VOICE_BRIDGE_TRIES)
                .mapToObj(i -> tokens.voiceBridge())
                .filter(this::isFree)
                .findFirst();
    }

    private boolean isFree(String voiceBridge) {
        return Optional.ofNullable(byVoiceBridge.get(voiceBridge))
                .filter(meeting -> !meeting.isEnded())
                .isEmpty();
    }

    /** BBB takes the id of a room's create for its internal one. */
    private FakeMeeting.Identity identity(MeetingPlan plan, String voiceBridge) {
        String hash = sha1(plan.meetingId());
        long createTime = createTimes.applyAsLong(clock.millis());
        // An ended meeting of the same id may be listed still
        while (byInternalId.containsKey(hash + "-" + createTime)) {
            createTime++;
        }
        return new FakeMeeting.Identity(
                externalId(plan, createTime),
                plan.parent().isPresent() ? plan.meetingId() : hash + "-" + createTime,
                createTime,
                voiceBridge,
                plan.attendeePassword().orElseGet(() -> tokens.text(8)),
                plan.moderatorPassword().orElseGet(() -> tokens.text(8)));
    }

    /** BBB gives breakout rooms an external id of its own making. */
    private static String externalId(MeetingPlan plan, long createTime) {
        return plan.parent()
                .map(parent -> sha1(parent.meeting().internalId() + "-" + createTime + "-" + parent.sequence()) + "-"
                        + createTime)
                .orElse(plan.meetingId());
    }

    private static String sha1(String text) {
        return HashAlgorithm.SHA1.hex(text);
    }

    /**
     * Finds a meeting as BBB does.
     *
     * @param id an external id, or an internal one or its beginning
     * @return a meeting that goes on if there is one, else one that is ending
     */
    public Optional<FakeMeeting> find(String id) {
        return id.isEmpty() ? Optional.empty() : withPrefix(id).or(() -> withPrefix(sha1(id)));
    }

    private Optional<FakeMeeting> withPrefix(String prefix) {
        return notEnded(prefix).or(() -> all(prefix).stream().findFirst());
    }

    private Optional<FakeMeeting> notEnded(String prefix) {
        return all(prefix).stream().filter(meeting -> !meeting.isEnded()).findFirst();
    }

    private List<FakeMeeting> all(String prefix) {
        return List.copyOf(
                byInternalId.subMap(prefix, prefix + Character.MAX_VALUE).values());
    }

    /**
     * All meetings that the node lists, breakout rooms and ending ones too.
     *
     * @return in no meaningful order
     */
    public List<FakeMeeting> all() {
        return new ArrayList<>(byInternalId.values());
    }

    /**
     * How long meetings stay listed from now on after they were ended.
     *
     * @param delay zero for not at all
     */
    public void setEndDelay(Duration delay) {
        endDelay = delay;
    }

    /**
     * Gives new meetings strange createTimes.
     *
     * @param ofMillis makes a meeting's createTime of the milliseconds since 1970
     */
    public void setCreateTimes(LongUnaryOperator ofMillis) {
        createTimes = ofMillis;
    }

    /**
     * Ends a meeting and its breakout rooms; when they are gone, callbacks are made.
     *
     * @param meeting the meeting
     */
    public void end(FakeMeeting meeting) {
        if (meeting.end()) {
            meeting.breakouts()
                    .forEach(room -> Optional.ofNullable(byInternalId.get(room)).ifPresent(this::end));
            if (endDelay.isZero()) {
                finish(meeting);
            } else {
                threads.after(endDelay, () -> finish(meeting));
            }
        }
    }

    private void finish(FakeMeeting meeting) {
        if (remove(meeting)) {
            afterEnd.accept(meeting);
        }
    }

    /**
     * Makes a meeting vanish without a word to anybody.
     *
     * @param meeting the meeting
     */
    public void drop(FakeMeeting meeting) {
        meeting.end();
        remove(meeting);
    }

    /** Ends every meeting that BBB would end by itself at this moment. */
    public void expireIdle() {
        Instant now = clock.instant();
        all().stream().filter(meeting -> meeting.isExpired(now)).forEach(this::end);
    }

    private synchronized boolean remove(FakeMeeting meeting) {
        byVoiceBridge.remove(meeting.voiceBridge(), meeting);
        return byInternalId.remove(meeting.internalId(), meeting);
    }

    synchronized void forget() {
        byInternalId.values().forEach(FakeMeeting::end);
        byInternalId.clear();
        byVoiceBridge.clear();
    }
}
