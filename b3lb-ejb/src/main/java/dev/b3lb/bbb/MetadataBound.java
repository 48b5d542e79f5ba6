package dev.b3lb.bbb;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * How much of a create's own texts goes into lists of meetings. A node lists all of its meetings with all of their
 * metadata, so one meeting with far too much would make the list too large to be read, for everybody on the node.
 *
 * @param most bytes of names and values together, in UTF-8
 */
public record MetadataBound(long most) {

    /** What else a node lists and takes in any length. */
    private static final Set<String> LISTED = Set.of("voiceBridge", "dialNumber");

    /** What is wrong with a create that has more; empty if it has not. */
    public Optional<BbbError> check(QueryParameters create) {
        long size = create.all().stream()
                .filter(parameter -> isListed(parameter.name()))
                .mapToLong(parameter -> size(parameter.name()) + size(parameter.value()))
                .sum();
        return size <= most
                ? Optional.empty()
                : Optional.of(BbbError.validationError(
                        "The metadata of a meeting may have %d bytes, names included; these have %d"
                                .formatted(most, size)));
    }

    private static boolean isListed(String parameter) {
        return LISTED.contains(parameter) || MetadataName.ofParameter(parameter).isPresent();
    }

    private static long size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
