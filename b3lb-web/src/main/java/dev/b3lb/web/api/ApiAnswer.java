package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbError;
import dev.b3lb.bbb.NodeAnswer;
import dev.b3lb.web.answer.SharedContent;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a client gets. */
sealed interface ApiAnswer {

    /** The keys of what is told before anything is known about the sender. */
    Set<String> IN_XML_ANYWAY = Stream.of(
                    BbbError.CHECKSUM_MISMATCH, BbbError.UNSUPPORTED_REQUEST, BbbError.UNSUPPORTED_CONTENT_TYPE)
            .map(BbbError::messageKey)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * An answer in BBB's XML.
     *
     * @param text the whole document
     * @param successful whether it says SUCCESS; otherwise a node's FAILED is passed on
     */
    record Xml(String text, boolean successful) implements ApiAnswer {

        /** An answer of our own, which is a success. */
        Xml(String text) {
            this(text, true);
        }

        /** What a node has answered. */
        static Xml of(NodeAnswer answer) {
            return new Xml(answer.xml(), answer.successful());
        }

        /** Without the document, which may hold passwords. */
        @Override
        public String toString() {
            return "Xml[" + text.length() + " characters]";
        }
    }

    /**
     * A large answer of our own in BBB's XML, which other clients may be reading too.
     *
     * @param document the whole of it; joined for this client
     */
    record Large(SharedContent document) implements ApiAnswer {}

    /**
     * A refusal of our own in JSON, as the calls about text tracks give it.
     *
     * @param error what is told
     */
    record FailedInJson(BbbError error) implements ApiAnswer {}

    /**
     * A page for people.
     *
     * @param html the whole document
     * @param language what it is written in
     */
    record Page(String html, Locale language) implements ApiAnswer {}

    /**
     * Send the browser on.
     *
     * @param target to a node, or after a failed join to an address that the front end gave
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

    /**
     * A refusal in the form that the call is answered in. As in BBB, what is told before the sender is known is XML,
     * but for what a call about text tracks lacks.
     */
    static ApiAnswer failed(ApiCall call, BbbError error) {
        boolean json = call.answer() == ApiCall.Answer.JSON && !IN_XML_ANYWAY.contains(error.messageKey());
        return json ? new FailedInJson(error) : new Failed(error);
    }

    /** An answer that is there already. */
    static CompletionStage<ApiAnswer> now(ApiAnswer answer) {
        return CompletableFuture.completedStage(answer);
    }
}
