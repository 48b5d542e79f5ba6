package dev.b3lb.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the texts of settings become values. Every refusal says what is allowed and does not repeat the text. */
final class SettingParsers {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|min|h|d)?");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*([KMG]i?B?)?", Pattern.CASE_INSENSITIVE);
    private static final Map<Character, Integer> SIZE_SHIFT = Map.of('k', 10, 'm', 20, 'g', 30);

    private SettingParsers() {}

    static String text(String value) {
        return value;
    }

    static Duration duration(String value) {
        Matcher matcher = DURATION.matcher(value.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a whole number of seconds, or with a unit: 500ms, 15s, 2m, 1h, 1d, is wanted");
        }
        long amount = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2) == null ? "s" : matcher.group(2);
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "m", "min" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> Duration.ofSeconds(amount);
        };
    }

    /** A duration that is not zero. */
    static Duration timeLimit(String value) {
        Duration duration = duration(value);
        if (duration.isZero()) {
            throw new IllegalArgumentException("a time greater than 0 is wanted");
        }
        return duration;
    }

    /** Bytes, with the units K, M and G as powers of 1024. */
    static Long size(String value) {
        Matcher matcher = SIZE.matcher(value);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw new IllegalArgumentException("a number of bytes greater than 0 is wanted, such as 64MiB");
        }
        int shift = matcher.group(2) == null
                ? 0
                : SIZE_SHIFT.get(Character.toLowerCase(matcher.group(2).charAt(0)));
        return Math.multiplyExact(Long.parseLong(matcher.group(1)), 1L << shift);
    }

    static Boolean yesOrNo(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes", "1" -> true;
            case "false", "off", "no", "0" -> false;
            default -> throw new IllegalArgumentException("true or false is wanted");
        };
    }

    static Function<String, Integer> number(int least, int most) {
        return value -> {
            try {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // Refused below, like a number outside of the limits
            }
            throw new IllegalArgumentException("a whole number from " + least + " to " + most + " is wanted");
        };
    }

    static URI httpUrl(String value) {
        URI url = URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
        if (url.getHost() == null || !Set.of("http", "https").contains(url.getScheme())) {
            throw new IllegalArgumentException("a URL that begins with http:// or https:// is wanted");
        }
        return url;
    }

    static <E extends Enum<E>> Function<String, Set<E>> choices(Class<E> type) {
        Map<String, E> byName = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(choice -> choice.name().toLowerCase(Locale.ROOT), choice -> choice));
        return value -> {
            Set<String> words = list(value.toLowerCase(Locale.ROOT));
            if (words.isEmpty() || !byName.keySet().containsAll(words)) {
                throw new IllegalArgumentException(
                        "one or more of these, with commas between them, is wanted: " + new TreeSet<>(byName.keySet()));
            }
            return words.stream().map(byName::get).collect(Collectors.toUnmodifiableSet());
        };
    }

    /** Words between commas, blanks around them taken away, in their order. */
    static Set<String> list(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
