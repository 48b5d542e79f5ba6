package dev.b3lb.bbb;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of what a join tells of a person for the client software. BBB takes every parameter whose name begins with
 * {@code userdata} and has one hyphen, not counting those at its end, whatever stands before the hyphen. What follows it
 * BBB lists as the name of an element, as it came.
 */
public final class UserDataName {

    /** What user data is called as a parameter of join by everybody who means no harm. */
    public static final String PARAMETER_PREFIX = "userdata-";

    private static final Pattern PARAMETER = Pattern.compile("userdata[^-]*-([^-]+)-*");

    private UserDataName() {}

    /** The name under which BBB lists the parameter's value; empty if BBB does not take it for user data. */
    public static Optional<String> ofParameter(String parameterName) {
        return Optional.of(PARAMETER.matcher(parameterName))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1));
    }
}
