package dev.b3lb.user;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What somebody may do. Each includes what the ones behind it allow. */
public enum AdminRole {
    /** Everything. */
    ADMIN,
    /** Keep the pool running. */
    OPERATOR,
    /** Look at everything but secrets. */
    VIEWER,
    /** Read metrics and statistics of all tenants. */
    METRICS;

    private static final String COMMA = ",";

    /** Those that a role includes, itself first. */
    public Set<AdminRole> included() {
        return EnumSet.range(this, METRICS);
    }

    /** As it is written: the name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads words with commas between them.
     *
     * @return the roles; empty when the text is blank
     * @throws IllegalArgumentException whose message says which roles there are
     */
    public static Set<AdminRole> parse(String text) {
        return Stream.of(text.split(COMMA))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(AdminRole::ofWord)
                .collect(toCollection(() -> EnumSet.noneOf(AdminRole.class)));
    }

    /** The words with commas between them, in the order of this list. */
    public static String text(Collection<AdminRole> roles) {
        return roles.stream().sorted().map(AdminRole::word).collect(joining(COMMA));
    }

    private static AdminRole ofWord(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no role '" + word + "'; there are "
                        + text(EnumSet.allOf(AdminRole.class)).replace(COMMA, ", ") + "."));
    }
}
