package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbError;
import dev.b3lb.meeting.MeetingListings;
import dev.b3lb.meeting.Meetings;
import dev.b3lb.web.answer.SharedContents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Answers that are made of what nodes tell of an account's meetings. Small ones are made for each client; of a large one
 * all clients that read it at the same time get the same bytes.
 */
@ApplicationScoped
public class ListAnswers {

    private static final BbbError TOO_MUCH =
            BbbError.internalError("Too many large lists are being read at the moment. Try again later.");

    private static final int MOST_BYTES_OF_CHARACTER = 3;

    private final Meetings meetings;
    private final MeetingListings listings;
    private final SharedContents contents;

    @Inject
    ListAnswers(Meetings meetings, MeetingListings listings, SharedContents contents) {
        this.meetings = meetings;
        this.listings = listings;
        this.contents = contents;
    }

    /** What an answer is about. */
    private record Key(UUID account, ApiCall call) {}

    /**
     * The answer to a call.
     *
     * @param document makes the parts of the answer, in their order, of the meetings' {@code <meeting>} elements
     */
    ApiAnswer to(ApiRequest request, Function<List<String>, List<String>> document) {
        List<String> fragments = listings.of(meetings.visibleTo(request.account()));
        if (characters(fragments) <= SharedContents.LARGE_BYTES) {
            return new ApiAnswer.Xml(String.join("", document.apply(fragments)));
        }
        return contents.of(
                        new Key(request.account().id(), request.call()),
                        request.account().tenantId(),
                        fragments,
                        () -> bytes(fragments) + SharedContents.LARGE_BYTES,
                        () -> encoded(document.apply(fragments)))
                .<ApiAnswer>map(ApiAnswer.Large::new)
                .orElseGet(() -> new ApiAnswer.Failed(TOO_MUCH));
    }

    private static long characters(List<String> parts) {
        return parts.stream().mapToLong(String::length).sum();
    }

    /** Joined without a text of the whole, which would be there once more. */
    private static byte[] encoded(List<String> parts) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(bytes(parts)));
        CharsetEncoder encoder = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        for (String part : parts) {
            encoder.reset().encode(CharBuffer.wrap(part), bytes, true);
        }
        return bytes.array();
    }

    private static long bytes(List<String> parts) {
        return parts.stream().mapToLong(ListAnswers::bytes).sum();
    }

    /** How many bytes a text has in UTF-8; half of a pair becomes one question mark. */
    private static long bytes(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes++;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                bytes += 4;
                i++;
            } else {
                bytes += Character.isSurrogate(c) ? 1 : MOST_BYTES_OF_CHARACTER;
            }
        }
        return bytes;
    }
}
