package dev.b3lb.polling;

import dev.b3lb.meeting.KeptMetadata;
import dev.b3lb.polling.ListedMeetings.Known;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A meeting as getMeetings is to tell it.
 *
 * @param id our own id
 * @param internalId the node's
 * @param xml its element and those of its rooms; metadata that was kept from the node is put back
 * @param digest of the XML
 */
record TellableMeeting(UUID id, String internalId, String xml, String digest) {

    /**
     * Those of which there is something else to tell than what was told last. One with a room that could not be read is told
     * as before, with that room.
     */
    static List<TellableMeeting> changed(Collection<MarkedMeeting> marked, Map<UUID, Known> known, Unread unread) {
        return marked.stream()
                .filter(one -> !unread.parents().contains(one.meeting().internalId()))
                .filter(one -> known.containsKey(one.marker())
                        && !known.get(one.marker()).stray())
                .map(one -> of(one, known.get(one.marker()).metadata()))
                .filter(one -> !known.get(one.id()).digest().equals(Optional.of(one.digest())))
                .toList();
    }

    private static TellableMeeting of(MarkedMeeting marked, KeptMetadata kept) {
        String xml = marked.xml(kept.values());
        return new TellableMeeting(marked.marker(), marked.meeting().internalId(), xml, digest(xml));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Ids only: the element contains passwords. */
    @Override
    public String toString() {
        return "TellableMeeting[" + id + ", " + internalId + "]";
    }
}
