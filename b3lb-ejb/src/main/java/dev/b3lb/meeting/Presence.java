package dev.b3lb.meeting;

/**
 * Who is in a meeting and where it came from, as the last poll has seen it; nobody before the first one.
 *
 * @param attendees people in it
 * @param listeners those who only listen
 * @param voices those with a microphone
 * @param videos webcams
 * @param moderators people in it who are moderators
 * @param origin the metadatum {@code bbb-origin}: which program created it; empty if that does not say
 * @param originServerName the metadatum {@code bbb-origin-server-name}; empty if the program does not say
 * @param breakout whether it is a breakout room, whose people are in the main meeting too
 */
public record Presence(
        int attendees,
        int listeners,
        int voices,
        int videos,
        int moderators,
        String origin,
        String originServerName,
        boolean breakout) {}
