package dev.b3lb.bbb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads a node's answer to getMeetings, one meeting after the other, so that only what is kept is in memory. Refuses
 * what {@link NodeAnswers} refuses, and more than 100,000 meetings. Leaves out meetings of checks. Safe for use by
 * several threads.
 */
public final class MeetingListParser {

    private static final int MOST_MEETINGS = 100_000;
    private static final Set<String> FACTS = Set.of("returncode", "messageKey", "message", "errors");
    private static final Pattern MESSAGE_KEY = Pattern.compile("\\w{1,60}");

    private final XmlSource source = new XmlSource();
    private final MeetingElement meetingElement;

    /** @param hiddenMetadata accepts the names of metadata that no client may see */
    public MeetingListParser(Predicate<String> hiddenMetadata) {
        this.meetingElement = new MeetingElement(hiddenMetadata);
    }

    /**
     * Reads the meetings; the stream is not closed. When the answer is no well-formed XML, each meeting is read by
     * itself, so that one that cannot be read spoils no other.
     *
     * @param utf8 can be reset to its beginning
     * @throws UnreadableAnswer if the answer is FAILED, not from BBB, or not complete; never because of one odd value
     *     or one odd meeting
     */
    public MeetingList parse(InputStream utf8) throws UnreadableAnswer {
        utf8.mark(Integer.MAX_VALUE);
        try {
            return new MeetingList(whole(utf8), List.of());
        } catch (UnreadableAnswer asAWhole) {
            if (asAWhole.isFailed()) {
                throw asAWhole;
            }
            return oneByOne(utf8, asAWhole);
        }
    }

    /** What is around the meetings has to be the answer of a node, else nothing in it can be relied on. */
    private MeetingList oneByOne(InputStream utf8, UnreadableAnswer asAWhole) throws UnreadableAnswer {
        List<ListedMeeting> meetings = new ArrayList<>();
        List<UnreadableMeeting> unreadable = new ArrayList<>();
        try {
            utf8.reset();
            MeetingPieces pieces = new MeetingPieces(utf8);
            for (Optional<byte[]> piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
                read(piece.get(), meetings, unreadable);
                requireFew(meetings.size() + unreadable.size());
            }
            meetings.addAll(whole(new ByteArrayInputStream(pieces.frame())));
        } catch (IOException | UnreadableAnswer noList) {
            throw asAWhole;
        }
        return new MeetingList(meetings, unreadable);
    }

    private void read(byte[] piece, List<ListedMeeting> meetings, List<UnreadableMeeting> unreadable) {
        try {
            XmlCursor cursor = source.open(new ByteArrayInputStream(piece));
            cursor.nextChild();
            XmlElement element = cursor.element();
            cursor.end();
            if (!MeetingElement.isOfACheck(element)) {
                meetings.add(meetingElement.read(element));
            }
        } catch (UnreadableAnswer odd) {
            unreadable.add(UnreadableMeeting.in(piece));
        }
    }

    private List<ListedMeeting> whole(InputStream utf8) throws UnreadableAnswer {
        XmlCursor cursor = source.open(utf8);
        NodeAnswers.requireResponse(cursor);
        Optional<List<ListedMeeting>> meetings = Optional.empty();
        Map<String, XmlPart> facts = new LinkedHashMap<>();
        for (Optional<String> child = cursor.nextChild(); child.isPresent(); child = cursor.nextChild()) {
            if (child.get().equals("meetings")) {
                meetings = Optional.of(meetings(cursor, meetings.orElse(List.of())));
            } else {
                XmlElement element = cursor.element();
                FACTS.stream().filter(element.name()::equals).forEach(name -> facts.putIfAbsent(name, element));
            }
        }
        cursor.end();
        requireSuccess(new NodeAnswer(new XmlElement("response", Map.of(), List.copyOf(facts.values()))));
        return meetings.orElseThrow(() -> new UnreadableAnswer("the answer has no list of meetings"));
    }

    private List<ListedMeeting> meetings(XmlCursor cursor, List<ListedMeeting> before) throws UnreadableAnswer {
        List<ListedMeeting> meetings = new ArrayList<>(before);
        for (Optional<String> child = cursor.nextChild(); child.isPresent(); child = cursor.nextChild()) {
            XmlElement element = cursor.element();
            if (element.name().equals("meeting") && !MeetingElement.isOfACheck(element)) {
                meetings.add(meetingElement.read(element));
            }
            requireFew(meetings.size());
        }
        return List.copyOf(meetings);
    }

    private static void requireFew(int meetings) throws UnreadableAnswer {
        if (meetings > MOST_MEETINGS) {
            throw new UnreadableAnswer("the answer lists more than " + MOST_MEETINGS + " meetings");
        }
    }

    private static void requireSuccess(NodeAnswer answer) throws UnreadableAnswer {
        if (!answer.successful()) {
            String key = answer.messageKey()
                    .filter(text -> MESSAGE_KEY.matcher(text).matches())
                    .orElse("no known error");
            throw answer.returncode().equals("FAILED")
                    ? UnreadableAnswer.failed(key + meaning(key))
                    : new UnreadableAnswer("the answer has no return code");
        }
    }

    /** What an operator has to mend, where the key alone does not say it. */
    private static String meaning(String key) {
        return key.equals("checksumError") ? " (wrong secret)" : "";
    }
}
