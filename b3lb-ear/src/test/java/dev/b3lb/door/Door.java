package dev.b3lb.door;

import java.io.IOException;
import java.util.Map;
import org.jboss.dmr.ModelNode;

/** A way in which operators ask for operations. */
interface Door {

    /**
     * Asks for one.
     *
     * @param operation its name in the catalogue
     * @param arguments texts by the names of parameters; of files their contents as base64
     * @return the reply
     * @throws Closed when it is refused
     */
    ModelNode call(String operation, Map<String, String> arguments) throws Closed, IOException, InterruptedException;

    /** A refusal, whose message is the sentence for the operator. */
    final class Closed extends Exception {

        private static final long serialVersionUID = 1L;

        Closed(String sentence) {
            super(sentence);
        }
    }
}
