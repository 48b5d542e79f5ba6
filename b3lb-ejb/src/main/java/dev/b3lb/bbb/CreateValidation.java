package dev.b3lb.bbb;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * BBB's checks on the parameters of create, with its keys and texts. BBB reports one of several faults in the order of
 * a hash; here the order is fixed: name, meetingID, attendeePW, moderatorPW, voiceBridge, record,
 * presentationUploadExternalUrl, and at last what would spoil the lists of a node. Of repeated parameters the first
 * counts.
 */
public final class CreateValidation {

    private static final int SHORTEST_PASSWORD = 2;
    private static final int LONGEST_PASSWORD = 64;
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final Set<String> BOOLEANS = Set.of("true", "false", "0", "1");

    private CreateValidation() {}

    /** The first fault, empty if BBB would take the parameters. */
    public static Optional<BbbError> check(QueryParameters parameters) {
        return Stream.<Function<QueryParameters, Optional<BbbError>>>of(
                        CreateValidation::name,
                        p -> MeetingIdRule.forCreate(p.first("meetingID")),
                        p -> password(p, "attendeePW"),
                        p -> password(p, "moderatorPW"),
                        CreateValidation::voiceBridge,
                        CreateValidation::recording,
                        CreateValidation::externalUrl,
                        ListedText::check)
                .flatMap(check -> check.apply(parameters).stream())
                .findFirst();
    }

    private static Optional<BbbError> name(QueryParameters parameters) {
        Optional<String> name = parameters.first("name").map(WireText::sanitized);
        if (name.isEmpty()) {
            return Optional.of(BbbError.NAME_MISSING);
        }
        int length = name.get().length();
        if (length == 0) {
            return Optional.of(BbbError.NAME_EMPTY);
        }
        boolean fits = length >= MeetingIdRule.SHORTEST && length <= MeetingIdRule.LONGEST;
        return fits ? Optional.empty() : Optional.of(BbbError.NAME_SIZE);
    }

    private static Optional<BbbError> password(QueryParameters parameters, String name) {
        return given(parameters, name)
                .filter(password -> password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD)
                .map(password -> BbbError.PASSWORD_INVALID);
    }

    private static Optional<BbbError> voiceBridge(QueryParameters parameters) {
        return given(parameters, "voiceBridge")
                .filter(bridge -> !INTEGER.matcher(bridge).matches())
                .map(bridge -> BbbError.VOICE_BRIDGE_INVALID);
    }

    private static Optional<BbbError> recording(QueryParameters parameters) {
        return given(parameters, "record")
                .filter(value -> !BOOLEANS.contains(value.toLowerCase(Locale.ROOT)))
                .map(value -> BbbError.RECORD_INVALID);
    }

    private static Optional<BbbError> externalUrl(QueryParameters parameters) {
        return given(parameters, "presentationUploadExternalUrl")
                .filter(url -> !isUrl(url))
                .map(url -> BbbError.EXTERNAL_URL_INVALID);
    }

    private static Optional<String> given(QueryParameters parameters, String name) {
        return parameters.first(name).map(WireText::sanitized).filter(value -> !value.isEmpty());
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text);
            return uri.isAbsolute() && uri.getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
