package dev.b3lb.bbb;

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
 * what {@link NodeAnswers} refuses, and more than 100,000 meetings. Leaves out meetings of checks. Safe for use by several threads.
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
     * Reads the meetings; the stream is not closed.
     *
     * @throws UnreadableAnswer if the answer is FAILED, not from BBB, or not complete; never because of one odd value
     */
    public List<ListedMeeting> parse(InputStream utf8) throws UnreadableAnswer {
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
            if (meetings.size() > MOST_MEETINGS) {
                throw new UnreadableAnswer("the answer lists more than " + MOST_MEETINGS + " meetings");
            }
        }
        return List.copyOf(meetings);
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
