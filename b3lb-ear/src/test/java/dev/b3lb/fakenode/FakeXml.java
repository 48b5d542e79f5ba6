package dev.b3lb.fakenode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Writes BBB's answers. As in BBB, texts are escaped but otherwise untouched, and metadata keys become element names as
 * they are: a strange character in a name makes the whole document unreadable, and balancers must live with it.
 */
final class FakeXml {

    private final StringBuilder out = new StringBuilder(512);
    private final Deque<String> open = new ArrayDeque<>();

    private FakeXml() {}

    static FakeXml success() {
        return new FakeXml().open("response").text("returncode", "SUCCESS");
    }

    static Answer failed(String key, String message) {
        return new FakeXml()
                .open("response")
                .text("returncode", "FAILED")
                .text("messageKey", key)
                .text("message", message)
                .answer();
    }

    /** Some calls of BBB report failures without a key. */
    static Answer failedWithoutKey(String message) {
        return new FakeXml()
                .open("response")
                .text("returncode", "FAILED")
                .text("message", message)
                .answer();
    }

    /** The newer form that BBB uses in a few places only. */
    static Answer failedAsList(String key, String message) {
        return new FakeXml()
                .open("response")
                .text("returncode", "FAILED")
                .open("errors")
                .open("error")
                .text("key", key)
                .text("message", message)
                .answer();
    }

    FakeXml open(String name) {
        open.push(name);
        out.append('<').append(name).append('>');
        return this;
    }

    FakeXml close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    FakeXml text(String name, Object value) {
        out.append('<').append(name).append('>');
        out.append(escape(String.valueOf(value)));
        out.append("</").append(name).append('>');
        return this;
    }

    FakeXml empty(String name) {
        out.append('<').append(name).append("/>");
        return this;
    }

    FakeXml message(String key, String message) {
        return text("messageKey", key).text("message", message);
    }

    FakeXml map(String name, Map<String, String> entries) {
        open(name);
        entries.forEach(this::text);
        return close();
    }

    /** Closes what is open. */
    Answer answer() {
        while (!open.isEmpty()) {
            close();
        }
        return Answer.xml(out.toString());
    }

    /** Escapes for element text, attribute values and HTML alike. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
