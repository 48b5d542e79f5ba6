package dev.b3lb.metrics;

import dev.b3lb.meeting.Presence;

/**
 * What is going on in some meetings at a time, as the last polls have seen it.
 *
 * @param participants people; those in breakout rooms are in the main meeting too and count there only
 * @param listeners people who only listen, breakout rooms included
 * @param voiceParticipants people with a microphone, breakout rooms included
 * @param moderators people who are moderators, without breakout rooms
 * @param videos webcams, breakout rooms included
 * @param meetings how many meetings, breakout rooms included
 */
public record Figures(
        long participants, long listeners, long voiceParticipants, long moderators, long videos, long meetings) {

    /** No meetings. */
    public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0);

    /** Those of one meeting. */
    static Figures of(Presence presence) {
        return new Figures(
                presence.breakout() ? 0 : presence.attendees(),
                presence.listeners(),
                presence.voices(),
                presence.breakout() ? 0 : presence.moderators(),
                presence.videos(),
                1);
    }

    /** Both together. */
    Figures plus(Figures other) {
        return new Figures(
                participants + other.participants,
                listeners + other.listeners,
                voiceParticipants + other.voiceParticipants,
                moderators + other.moderators,
                videos + other.videos,
                meetings + other.meetings);
    }
}
