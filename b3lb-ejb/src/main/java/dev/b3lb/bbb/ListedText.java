package dev.b3lb.bbb;

import java.util.Optional;
import java.util.Set;

/**
 * Refuses what a node would print into its lists and no XML document can hold. BBB escapes only what is markup, so one
 * such character makes the list of all meetings of the node unreadable.
 */
public final class ListedText {

    /** What getMeetings tells of a create, beside id and metadata, and of a join, beside user data. */
    private static final Set<String> LISTED = Set.of(
            "name",
            "attendeePW",
            "moderatorPW",
            "dialNumber",
            "voiceBridge",
            "fullName",
            "firstName",
            "lastName",
            "userID");

    private ListedText() {}

    /**
     * The error that names the first parameter with such a character, empty if there is none.
     *
     * @param parameters of a create or join, with names as BBB reads them
     */
    public static Optional<BbbError> check(QueryParameters parameters) {
        return parameters.all().stream()
                .filter(parameter -> !WireText.isXmlText(parameter.value()) && isListed(parameter.name()))
                .findFirst()
                .map(parameter -> BbbError.validationError("The parameter '" + ParameterName.told(parameter.name())
                        + "' has a character that XML does not allow"));
    }

    private static boolean isListed(String name) {
        return LISTED.contains(name)
                || MetadataName.ofParameter(name).isPresent()
                || UserDataName.ofParameter(name).isPresent();
    }
}
