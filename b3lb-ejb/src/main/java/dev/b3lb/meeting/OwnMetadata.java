package dev.b3lb.meeting;

import dev.b3lb.bbb.MetadataName;
import dev.b3lb.bbb.NodeAnswer;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.bbb.WireText;
import dev.b3lb.settings.Settings;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The metadata that b3lb itself gives to a meeting on its node. Clients can neither set nor see it. Addresses that nodes
 * would call are kept from them: ours stands there, or nothing, and the client sees its own. Nodes keep names of
 * metadata in lower case.
 */
public final class OwnMetadata {

    private static final String PREFIX = "b3lb-";

    /** Where a node tells the end of a meeting. */
    static final String END_CALLBACK = "endcallbackurl";

    /** The second to fourth are where BBB tells that a recording is ready, signed with the node's secret. */
    private static final Set<String> KEPT =
            Set.of(END_CALLBACK, "bbb-recording-ready-url", "bn-recording-ready-url", "canvas-recording-ready-url");

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

    /** Whether a metadatum that a node tells must not be passed on: ours, or where the client's own stands instead. */
    public boolean isHidden(String name) {
        return isMetadatum(name) || KEPT.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The metadata of a create that do not go to the node. */
    static KeptMetadata kept(QueryParameters create) {
        Map<String, String> kept = new TreeMap<>();
        for (QueryParameters.Parameter parameter : create.all()) {
            MetadataName.ofParameter(parameter.name())
                    .filter(KEPT::contains)
                    .ifPresent(name -> kept.putIfAbsent(name, WireText.sanitized(parameter.value())));
        }
        return KeptMetadata.of(kept);
    }

    /** A create without the metadata that do not go to the node. */
    static QueryParameters withoutKept(QueryParameters create) {
        return create.without(parameter ->
                MetadataName.ofParameter(parameter).filter(KEPT::contains).isPresent());
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
