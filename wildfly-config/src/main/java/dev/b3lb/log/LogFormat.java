package dev.b3lb.log;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a line of the log looks, as the setting says it. */
public enum LogFormat {
    /** For people, and for grep. */
    TEXT,
    /** For programs that collect logs. */
    JSON;

    /** The environment variable that chooses. */
    public static final String SETTING = "B3LB_LOG_FORMAT";

    /** What the variable says; text when it is not set, nothing when it is wrong. */
    public static Optional<LogFormat> of(Map<String, String> environment) {
        String word = environment.getOrDefault(SETTING, "").strip().toUpperCase(Locale.ROOT);
        return word.isEmpty()
                ? Optional.of(TEXT)
                : Arrays.stream(values())
                        .filter(format -> format.name().equals(word))
                        .findFirst();
    }
}
