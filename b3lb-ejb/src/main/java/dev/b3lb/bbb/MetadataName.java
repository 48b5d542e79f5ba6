package dev.b3lb.bbb;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of meeting metadata. BBB keeps them in lower case and lists them as element names. */
public final class MetadataName {

    /** Our meeting's UUID, which alone tells that a meeting on a node is ours. */
    public static final String MARKER = "b3lb-id";

    /** What tells that a meeting was made only to see whether its node can make one. */
    public static final String CHECK = "b3lb-check";

    /** The kind of front end that created the meeting. */
    public static final String ORIGIN = "bbb-origin";

    /** The host name of the front end that created the meeting. */
    public static final String ORIGIN_SERVER_NAME = "bbb-origin-server-name";

    /** How many attendees the front end expects the meeting to get. */
    public static final String SIZE_HINT = "bbb-meeting-size-hint";

    /** What metadata is called as a parameter of create. */
    public static final String PARAMETER_PREFIX = "meta_";

    private static final Pattern PARAMETER = Pattern.compile(PARAMETER_PREFIX + "([a-zA-Z][a-zA-Z0-9-]*)");

    private MetadataName() {}

    /** The metadata's name in BBB's spelling if the parameter is metadata that BBB keeps; others it drops. */
    public static Optional<String> ofParameter(String parameterName) {
        return Optional.of(PARAMETER.matcher(parameterName))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1).toLowerCase(Locale.ROOT));
    }
}
