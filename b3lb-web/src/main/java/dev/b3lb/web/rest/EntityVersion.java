package dev.b3lb.web.rest;

import dev.b3lb.management.OperationRefused;
import dev.b3lb.management.OperationRefused.Reason;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.EntityTag;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a thing as HTTP carries it: as its entity tag. */
final class EntityVersion {

    /** The field of replies and the parameter of operations. */
    static final String NAME = "version";

    private static final Pattern TAG = Pattern.compile("\\s*\"(\\d{1,9})\"\\s*");
    private static final String ANY = "*";

    private EntityVersion() {}

    /** The tag of a thing that has versions. */
    static Optional<EntityTag> tag(JsonObject thing) {
        return thing.get(NAME) instanceof JsonNumber version
                ? Optional.of(new EntityTag(version.toString()))
                : Optional.empty();
    }

    /**
     * The version that {@code If-Match} asks for.
     *
     * @param header its value, or null when there is none
     * @return empty when any version will do
     * @throws OperationRefused when it is not a tag of ours, so that nothing can match it
     */
    static Optional<String> wanted(String header) throws OperationRefused {
        if (header == null || header.strip().equals(ANY)) {
            return Optional.empty();
        }
        Matcher tag = TAG.matcher(header);
        if (!tag.matches()) {
            throw new OperationRefused(
                    Reason.STALE,
                    "If-Match must be the ETag of an earlier answer, such as \"3\"; nothing was changed.");
        }
        return Optional.of(tag.group(1));
    }
}
