package dev.b3lb.bbb;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A node's readable answer to a call, SUCCESS or FAILED. Immutable; made by {@link NodeAnswers}. */
public final class NodeAnswer {

    private final XmlElement response;

    NodeAnswer(XmlElement response) {
        this.response = response;
    }

    /** {@code SUCCESS} or {@code FAILED}. */
    public String returncode() {
        return text("returncode").map(String::strip).orElse("");
    }

    /** Whether the return code is {@code SUCCESS}; a FAILED answer is an answer too. */
    public boolean successful() {
        return returncode().equals("SUCCESS");
    }

    /** The key of an error or a remark; from BBB's list of errors, which has no key of its own, that of the first. */
    public Optional<String> messageKey() {
        return fact("messageKey", "key");
    }

    /** The text of an error or a remark, from a list of errors that of the first. */
    public Optional<String> message() {
        return fact("message", "message");
    }

    /** The text of the first child of the answer that has that name; empty text counts as present. */
    public Optional<String> text(String elementName) {
        return response.childText(elementName);
    }

    /** A metadatum of the meeting that this answer is about; names are in lower case. */
    public Optional<String> metadata(String name) {
        return response.child("metadata").flatMap(metadata -> metadata.childText(name));
    }

    /** This answer with an empty remark, as of a create that found no such meeting yet. */
    public NodeAnswer withoutRemark() {
        return new NodeAnswer(response.withoutText("messageKey").withoutText("message"));
    }

    /**
     * This answer without the children of {@code metadata} elements whose names the predicate accepts; all else stays
     * as it is, also elements of such a name elsewhere.
     */
    public NodeAnswer withoutMetadata(Predicate<String> hidden) {
        return new NodeAnswer(response.withoutMetadata(hidden));
    }

    /** This answer with more metadata of the meeting that it is about; one without metadata stays as it is. */
    public NodeAnswer withMetadata(Map<String, String> more) {
        return new NodeAnswer(response.withMetadata(more));
    }

    /** The answer as XML without a declaration. */
    public String xml() {
        return XmlOutput.render(response);
    }

    private Optional<String> fact(String direct, String inError) {
        return Stream.<Function<XmlElement, Optional<String>>>of(
                        answer -> answer.childText(direct), answer -> answer.child("errors")
                                .flatMap(errors -> errors.child("error"))
                                .flatMap(error -> error.childText(inError)))
                .flatMap(source -> source.apply(response).stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Return code and key only: an answer may contain passwords. */
    @Override
    public String toString() {
        return "NodeAnswer[" + returncode()
                + messageKey().map(key -> ", " + key).orElse("") + "]";
    }
}
