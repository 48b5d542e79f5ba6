package dev.b3lb.meeting;

import dev.b3lb.bbb.MetadataName;
import dev.b3lb.bbb.NodeAnswer;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.settings.Settings;
import java.util.Locale;
import java.util.UUID;

/**
 * The metadata that b3lb itself gives to a meeting on its node. Clients can neither set nor see it. Nodes keep names of
 * metadata in lower case.
 */
public final class OwnMetadata {

    private static final String PREFIX = "b3lb-";

    private final String recordTag;

    /** Takes the name of the record set's metadatum from the settings. */
    public OwnMetadata(Settings settings) {
        this.recordTag = settings.get(Settings.RECORD_META_DATA_TAG);
    }

    /** Whether a metadatum is ours, in any spelling. */
    public boolean isMetadatum(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(PREFIX) || lower.equals(recordTag);
    }

    /** Whether a call's parameter would set a metadatum of ours. */
    public boolean isParameter(String name) {
        String prefix = MetadataName.PARAMETER_PREFIX;
        return name.regionMatches(true, 0, prefix, 0, prefix.length()) && isMetadatum(name.substring(prefix.length()));
    }

    /** Parameters without what would set metadata of ours. */
    public QueryParameters strip(QueryParameters parameters) {
        return parameters.without(this::isParameter);
    }

    /** Parameters with the marker that makes the meeting on the node ours: the UUID of its row. */
    public static QueryParameters mark(QueryParameters parameters, UUID meeting) {
        return parameters.with(MetadataName.PARAMETER_PREFIX + MetadataName.MARKER, meeting.toString());
    }

    /** Whether a node's answer about a meeting carries the meeting's marker. */
    public static boolean marked(NodeAnswer answer, UUID meeting) {
        return answer.metadata(MetadataName.MARKER)
                .filter(meeting.toString()::equals)
                .isPresent();
    }
}
