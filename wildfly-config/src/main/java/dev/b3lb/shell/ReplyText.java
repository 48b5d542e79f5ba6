package dev.b3lb.shell;

import java.util.OptionalInt;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;

/** A reply as it is printed. */
final class ReplyText {

    private static final String DOCUMENT = "document";

    private ReplyText() {}

    /** {@return lines with their ends: a document as it is, everything else as JSON or a table} */
    static String of(ModelNode reply, CommandLine.Call call, OptionalInt columns) {
        if (call.form().asTable()) {
            return ended(TableText.of(reply, call.operation().table(), columns));
        }
        return ended(isDocument(reply) ? reply.get(DOCUMENT).asString() : JsonText.of(reply));
    }

    private static boolean isDocument(ModelNode reply) {
        return reply.getType() == ModelType.OBJECT
                && reply.keys().size() == 1
                && reply.hasDefined(DOCUMENT)
                && reply.get(DOCUMENT).getType() == ModelType.STRING;
    }

    private static String ended(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }
}
