package dev.b3lb.bbb;

import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * A {@code <meeting>} element as text, with a place in its metadata where more may stand.
 *
 * @param head up to that place
 * @param tail from there on; the whole element when it has no metadata
 */
public record MeetingText(String head, String tail) {

    static MeetingText of(XmlElement meeting) {
        XmlOutput.Marked text = XmlOutput.renderMarked(meeting.withMarkInMetadata());
        return new MeetingText(text.beforeMark(), text.afterMark());
    }

    /**
     * The whole element.
     *
     * @param metadata more metadata; without effect on an element that has none
     */
    public String with(Map<String, String> metadata) {
        return metadata.isEmpty() || head.isEmpty() ? head + tail : head + elements(metadata) + tail;
    }

    private static String elements(Map<String, String> metadata) {
        return XmlOutput.render(out -> {
            for (Map.Entry<String, String> entry : metadata.entrySet()) {
                element(out, entry);
            }
        });
    }

    private static void element(XmlOutput out, Map.Entry<String, String> metadatum) throws XMLStreamException {
        out.element(metadatum.getKey(), metadatum.getValue());
    }

    /** Without the text, which holds passwords. */
    @Override
    public String toString() {
        return "MeetingText[" + (head.length() + tail.length()) + " characters]";
    }
}
