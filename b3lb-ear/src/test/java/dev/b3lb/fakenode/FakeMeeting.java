package dev.b3lb.fakenode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A meeting on a node. What its create fixed never changes; people come and go, also by script. */
public final class FakeMeeting {

    /** Documents and chat messages that a meeting keeps at most; the oldest go. */
    private static final int KEPT = 100;

    private final MeetingPlan plan;
    private final Identity identity;
    private final Map<String, Attendee> attendees = new LinkedHashMap<>();
    private final List<PresentationDocument> documents = new ArrayList<>();
    private final List<String> chat = new ArrayList<>();
    private final List<String> breakouts = new ArrayList<>();
    private Instant emptySince;
    private boolean userJoined;
    private boolean ended;
    private boolean recorded;
    private int scripted;

    /**
     * What the node itself gives a new meeting.
     *
     * @param externalId the meetingID that lists show
     * @param internalId the id that is also the recording's
     * @param createTime milliseconds since 1970
     * @param voiceBridge unique on the node
     * @param attendeePassword the client's or a generated one
     * @param moderatorPassword the client's or a generated one
     */
    record Identity(
            String externalId,
            String internalId,
            long createTime,
            String voiceBridge,
            String attendeePassword,
            String moderatorPassword) {

        @Override
        public String toString() {
            return internalId;
        }
    }

    FakeMeeting(MeetingPlan plan, Identity identity) {
        this.plan = plan;
        this.identity = identity;
        this.emptySince = Instant.ofEpochMilli(identity.createTime());
        this.recorded = plan.parameters().isOn("record");
    }

    /**
     * The meetingID.
     *
     * @return as the client gave it; breakout rooms have one that the node made
     */
    public String externalId() {
        return identity.externalId();
    }

    /**
     * The node's own id.
     *
     * @return hex SHA-1 of the meetingID that was sent, a hyphen, and the createTime
     */
    public String internalId() {
        return identity.internalId();
    }

    /**
     * The name to show.
     *
     * @return as given
     */
    public String name() {
        return plan.name();
    }

    /**
     * The moment of creation by the node's clock.
     *
     * @return milliseconds since 1970
     */
    public long createTime() {
        return identity.createTime();
    }

    /**
     * The number for dial-in.
     *
     * @return digits, unique on the node
     */
    public String voiceBridge() {
        return identity.voiceBridge();
    }

    /**
     * The password of attendees.
     *
     * @return the client's or a generated one
     */
    public String attendeePassword() {
        return identity.attendeePassword();
    }

    /**
     * The password of moderators.
     *
     * @return the client's or a generated one
     */
    public String moderatorPassword() {
        return identity.moderatorPassword();
    }

    /**
     * The metadata, as meeting lists show it.
     *
     * @return values by lower-case names without {@code meta_}
     */
    public Map<String, String> metadata() {
        return plan.metadata();
    }

    /**
     * All parameters of the create that made the meeting.
     *
     * @return of query string and form body
     */
    public Parameters createParameters() {
        return plan.parameters();
    }

    /**
     * The meeting that this one is a breakout room of.
     *
     * @return empty for ordinary meetings
     */
    public Optional<FakeMeeting> parent() {
        return plan.parent().map(MeetingPlan.Parent::meeting);
    }

    MeetingPlan plan() {
        return plan;
    }

    /**
     * Lets scripted people in.
     *
     * @param crowd how many of which kind
     */
    public synchronized void addAttendees(Crowd crowd) {
        for (int i = 0; i < crowd.size(); i++) {
            scripted++;
            join(crowd.person(i, "s" + scripted));
        }
    }

    /**
     * Sends people out, the newest first.
     *
     * @param number how many; more than there are empties the meeting
     * @param now the moment from which an empty meeting's expiry counts
     */
    public synchronized void removeAttendees(int number, Instant now) {
        List<String> ids = List.copyOf(attendees.keySet());
        ids.subList(Math.max(0, ids.size() - number), ids.size()).forEach(id -> leave(id, now));
    }

    synchronized void join(Attendee attendee) {
        if (!ended) {
            attendees.put(attendee.userId(), attendee);
            userJoined = true;
        }
    }

    synchronized void leave(String userId, Instant now) {
        attendees.remove(userId);
        emptySince = now;
    }

    /**
     * Who is in the meeting.
     *
     * @return in the order of joining
     */
    public synchronized List<Attendee> attendees() {
        return List.copyOf(attendees.values());
    }

    synchronized int size() {
        return attendees.size();
    }

    synchronized boolean hasUserJoined() {
        return userJoined;
    }

    /**
     * Whether the end was asked for or the meeting is gone.
     *
     * @return false while people may join
     */
    public synchronized boolean isEnded() {
        return ended;
    }

    /** Ends the meeting; true only for the first who does. */
    synchronized boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    /**
     * Says whether something was really recorded; at first it is what the create's {@code record} says.
     *
     * @param marks what the end callback tells as recordingmarks
     */
    public synchronized void setRecordingMarks(boolean marks) {
        recorded = marks;
    }

    synchronized boolean hasRecordingMarks() {
        return recorded;
    }

    /**
     * The presentations that came with create and insertDocument.
     *
     * @return the newest 100, oldest first
     */
    public synchronized List<PresentationDocument> documents() {
        return List.copyOf(documents);
    }

    synchronized void addDocuments(List<PresentationDocument> more) {
        more.forEach(document -> addBounded(documents, document));
    }

    /**
     * The messages that came with sendChatMessage.
     *
     * @return the newest 100 as "name: message", oldest first
     */
    public synchronized List<String> chat() {
        return List.copyOf(chat);
    }

    synchronized void addChat(String line) {
        addBounded(chat, line);
    }

    synchronized void addBreakout(String internalId) {
        addBounded(breakouts, internalId);
    }

    synchronized List<String> breakouts() {
        return List.copyOf(breakouts);
    }

    private static <T> void addBounded(List<T> list, T item) {
        list.add(item);
        if (list.size() > KEPT) {
            list.remove(0);
        }
    }

    /** Whether BBB would end the meeting by itself: nobody came, the last one left, or its duration is over. */
    synchronized boolean isExpired(Instant now) {
        Parameters wishes = plan.parameters();
        int patience = userJoined
                ? wishes.number("meetingExpireWhenLastUserLeftInMinutes", 1)
                : wishes.number("meetingExpireIfNoUserJoinedInMinutes", 5);
        boolean abandoned = attendees.isEmpty() && patience > 0 && isPast(emptySince, patience, now);
        int duration = wishes.number("duration", 0);
        return abandoned || duration > 0 && isPast(Instant.ofEpochMilli(createTime()), duration, now);
    }

    private static boolean isPast(Instant start, int minutes, Instant now) {
        return !now.isBefore(start.plus(Duration.ofMinutes(minutes)));
    }

    @Override
    public String toString() {
        return identity.internalId();
    }
}
