package dev.b3lb.fakenode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The people who were let in by join, whether or not their browser has opened the page yet. */
final class Sessions {

    private final Map<String, Session> byToken = new ConcurrentHashMap<>();

    /**
     * One person's way into a meeting.
     *
     * @param token what the page is opened with
     * @param meeting the meeting
     * @param attendee the person
     */
    record Session(String token, FakeMeeting meeting, Attendee attendee) {

        @Override
        public String toString() {
            return attendee + " in " + meeting;
        }
    }

    void add(Session session) {
        byToken.put(session.token(), session);
    }

    Optional<Session> find(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    void remove(Session session) {
        byToken.remove(session.token());
    }

    void removeAllOf(FakeMeeting meeting) {
        byToken.values().removeIf(session -> session.meeting() == meeting);
    }

    List<Session> all() {
        return List.copyOf(byToken.values());
    }

    void clear() {
        byToken.clear();
    }
}
