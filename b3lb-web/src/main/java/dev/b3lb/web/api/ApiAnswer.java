package dev.b3lb.web.api;

import dev.b3lb.bbb.BbbError;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What a client gets. */
sealed interface ApiAnswer {

    /**
     * An answer in BBB's XML.
     *
     * @param text the whole document
     */
    record Xml(String text) implements ApiAnswer {

        /** Without the document, which may hold passwords. */
        @Override
        public String toString() {
            return "Xml[" + text.length() + " characters]";
        }
    }

    /**
     * Send the browser on.
     *
     * @param target to a node
     */
    record Redirect(URI target) implements ApiAnswer {

        /** Without the query, which holds a checksum and may hold a password. */
        @Override
        public String toString() {
            return "Redirect[" + target.getHost() + "]";
        }
    }

    /**
     * A refusal of our own.
     *
     * @param error what is told
     */
    record Failed(BbbError error) implements ApiAnswer {}

    /** An answer that is there already. */
    static CompletionStage<ApiAnswer> now(ApiAnswer answer) {
        return CompletableFuture.completedStage(answer);
    }
}
