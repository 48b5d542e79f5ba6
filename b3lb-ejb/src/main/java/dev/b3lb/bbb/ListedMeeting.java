package dev.b3lb.bbb;

import java.util.Optional;
import java.util.UUID;

/**
 * One meeting or breakout room as a node lists it. What the node left out or wrote in an unreadable way is empty or 0.
 *
 * @param externalId the meetingID that the client chose
 * @param internalId the node's own id, also the recordID
 * @param name the meeting's name
 * @param createTime in ms since 1970
 * @param voiceBridge the number to dial into the conference
 * @param attendees everybody who is in the meeting, moderators included
 * @param listeners attendees who only listen
 * @param voices attendees with a microphone
 * @param videos cameras that are on
 * @param moderators attendees who are moderators
 * @param isBreakout whether this is a breakout room
 * @param over whether it has ended and is listed for some seconds more
 * @param parentInternalId for a breakout room, the internal id of its main room
 * @param marker the metadata {@code b3lb-id}, if it is a UUID
 * @param origin the metadata {@code bbb-origin}
 * @param originServerName the metadata {@code bbb-origin-server-name}
 * @param text the {@code <meeting>} element as the node wrote it, hidden metadata left out
 */
public record ListedMeeting(
        String externalId,
        String internalId,
        String name,
        long createTime,
        String voiceBridge,
        int attendees,
        int listeners,
        int voices,
        int videos,
        int moderators,
        boolean isBreakout,
        boolean over,
        Optional<String> parentInternalId,
        Optional<UUID> marker,
        String origin,
        String originServerName,
        MeetingText text) {

    /** Ids only: the element contains passwords. */
    @Override
    public String toString() {
        return "ListedMeeting[" + externalId + ", " + internalId + "]";
    }
}
