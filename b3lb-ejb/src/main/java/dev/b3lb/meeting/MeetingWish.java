package dev.b3lb.meeting;

import dev.b3lb.placement.ServerTag;
import dev.b3lb.placement.SizeWish;
import dev.b3lb.tenant.Account;
import java.util.Optional;
import java.util.UUID;

/**
 * A meeting that is to be placed.
 *
 * @param account who creates it
 * @param meetingId the id that the client gave it
 * @param name its name
 * @param origin the metadatum {@code bbb-origin}; empty if the client does not say which program it is
 * @param originServerName the metadatum {@code bbb-origin-server-name}; empty without one
 * @param size what the create says about its size
 * @param tag which nodes the client asks for
 * @param kept metadata that does not go to the node
 * @param onlyNode the node of its main meeting, if it is a breakout room
 * @param again whether the client had this meeting until now and has lost it with its node
 */
public record MeetingWish(
        Account account,
        String meetingId,
        String name,
        String origin,
        String originServerName,
        SizeWish size,
        ServerTag tag,
        KeptMetadata kept,
        Optional<UUID> onlyNode,
        boolean again) {

    /** Whether a breakout room is to be made. */
    boolean isBreakout() {
        return onlyNode.isPresent();
    }
}
