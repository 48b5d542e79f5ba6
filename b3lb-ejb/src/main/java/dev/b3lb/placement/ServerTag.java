package dev.b3lb.placement;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a create asks for with {@code meta_server-tag}: {@code tag} prefers nodes with that tag, {@code tag!} insists on
 * them. {@code a;b} means either, {@code none} means nodes without a tag.
 *
 * @param tags the wanted tags, an empty text for nodes without one; empty for any node
 * @param required whether no other node will do
 */
public record ServerTag(Set<String> tags, boolean required) {

    /** No wish. */
    public static final ServerTag ANY = new ServerTag(Set.of(), false);

    private static final String UNTAGGED = "none";
    private static final int LONGEST_WORDS = 100;

    /** Reads the parameter's text. A blank one is no wish. */
    public static ServerTag parse(String text) {
        String wish = text.strip();
        boolean required = wish.endsWith("!");
        String list = required ? wish.substring(0, wish.length() - 1) : wish;
        Set<String> tags = Arrays.stream(list.split(";"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .map(tag -> tag.equals(UNTAGGED) ? "" : tag)
                .collect(Collectors.toUnmodifiableSet());
        return tags.isEmpty() ? ANY : new ServerTag(tags, required);
    }

    /** The tags for people to read, a hundred characters at the most. */
    public String words() {
        String all = tags.stream()
                .map(tag -> tag.isEmpty() ? UNTAGGED : tag)
                .sorted()
                .collect(Collectors.joining(" or "));
        return all.length() > LONGEST_WORDS ? all.substring(0, LONGEST_WORDS) + "…" : all;
    }

    /** The nodes that come into question: those that carry the tag, or all if none does and it is only preferred. */
    List<Candidate> filter(List<Candidate> candidates) {
        if (tags.isEmpty()) {
            return candidates;
        }
        List<Candidate> tagged = candidates.stream()
                .filter(candidate -> tags.contains(candidate.node().tag()))
                .toList();
        return tagged.isEmpty() && !required ? candidates : tagged;
    }
}
