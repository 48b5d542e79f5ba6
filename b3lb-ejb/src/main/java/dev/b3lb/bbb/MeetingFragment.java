package dev.b3lb.bbb;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes apart what is told of a meeting: its {@code <meeting>} element, and behind it those of the breakout rooms that
 * people have made in it. Safe for use by several threads.
 */
final class MeetingFragment {

    private final XmlSource source = new XmlSource();

    /** The elements in order, the meeting's first; none if the fragment cannot be read. */
    List<XmlElement> elements(String fragment) {
        String document = "<meetings>" + fragment + "</meetings>"; // it needs a root
        List<XmlElement> meetings = new ArrayList<>();
        try {
            XmlCursor cursor = source.open(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
            cursor.nextChild();
            for (Optional<String> child = cursor.nextChild(); child.isPresent(); child = cursor.nextChild()) {
                meetings.add(cursor.element());
            }
        } catch (UnreadableAnswer spoilt) {
            return List.of();
        }
        return meetings;
    }
}
