package dev.b3lb.bbb;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses requests that give a parameter twice. BBB validates one of the values and may use another, and an operator's
 * rule for a parameter must not depend on which one a node reads.
 */
public final class RepeatedParameters {

    private static final String METADATA = "meta_";

    private RepeatedParameters() {}

    /**
     * The error that names the first repeated parameter, empty if each is there once. Names are compared as BBB reads
     * them: without control characters and white space at the ends, those of metadata without regard to case, and those
     * of user data without what stands before the hyphen.
     */
    public static Optional<BbbError> check(QueryParameters parameters) {
        Set<String> seen = new HashSet<>();
        return parameters.all().stream()
                .map(QueryParameters.Parameter::name)
                .filter(name -> !seen.add(asRead(name)))
                .findFirst()
                .map(name -> BbbError.validationError(
                        "The parameter '" + ParameterName.told(name) + "' must not be given more than once"));
    }

    private static String asRead(String name) {
        String read = ParameterName.asRead(name);
        return read.startsWith(METADATA) ? read.toLowerCase(Locale.ROOT) : read;
    }
}
