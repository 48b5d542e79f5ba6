package dev.b3lb.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.ZoneId;
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
    private static final long LARGEST = 1L << 50;
    private static final Set<String> PROTOCOLS = Set.of("http", "https");

    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    private static final Pattern TENANT = Pattern.compile("[A-Z][A-Z0-9]{1,9}");
    private static final Pattern METADATUM = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8})*");
    private static final Pattern USER_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}");
    private static final Pattern PASSWORD = Pattern.compile("[^\\p{Cntrl}]{12,256}");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._~/-]+");

    /** Longer ones are slips of the pen, and would not fit into nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    private SettingParsers() {}

    static String hostName(String value) {
        return matching(HOST, value.toLowerCase(Locale.ROOT), "a host name without scheme and port");
    }

    static String tenantSlug(String value) {
        return matching(TENANT, value.toUpperCase(Locale.ROOT), "a tenant's slug of 2 to 10 letters and digits");
    }

    /** The name of a metadatum as nodes keep it, without {@code meta_}. */
    static String metadatum(String value) {
        return matching(METADATUM, value.toLowerCase(Locale.ROOT), "a name of letters, digits and hyphens");
    }

    static String language(String value) {
        return matching(LANGUAGE, value.toLowerCase(Locale.ROOT).replace('_', '-'), "a code such as en or de-de");
    }

    static ZoneId timeZone(String value) {
        if (!ZoneId.getAvailableZoneIds().contains(value)) {
            throw new IllegalArgumentException("a time zone such as Europe/Berlin or UTC is wanted");
        }
        return ZoneId.of(value);
    }

    static String userName(String value) {
        return matching(
                USER_NAME,
                value,
                "a name of at most 100 letters, digits and . _ @ + - that begins with a letter or digit");
    }

    /** Anything that can be sent as a password, and cannot be guessed in a hurry. */
    static String password(String value) {
        return matching(PASSWORD, value, "a password of 12 to 256 characters");
    }

    static String path(String value) {
        return matching(PATH, value, "a path such as bigbluebutton/api/");
    }

    static String protocol(String value) {
        if (!PROTOCOLS.contains(value)) {
            throw new IllegalArgumentException("http or https is wanted");
        }
        return value;
    }

    private static String matching(Pattern pattern, String value, String wanted) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(wanted + " is wanted");
        }
        return value;
    }

    static Duration duration(String value) {
        Matcher matcher = DURATION.matcher(value.toLowerCase(Locale.ROOT));
        Duration duration = matcher.matches() ? duration(matcher) : LONGEST.plusDays(1);
        if (duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a whole number of seconds, or with a unit: 500ms, 15s, 2m, 1h, at most 3650d, is wanted");
        }
        return duration;
    }

    private static Duration duration(Matcher matcher) {
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
        long bytes = matcher.matches() ? bytes(matcher) : 0;
        if (bytes == 0 || bytes > LARGEST) {
            throw new IllegalArgumentException("a number of bytes greater than 0, such as 64MiB, is wanted");
        }
        return bytes;
    }

    private static long bytes(Matcher matcher) {
        int shift = matcher.group(2) == null
                ? 0
                : SIZE_SHIFT.get(Character.toLowerCase(matcher.group(2).charAt(0)));
        long amount = Long.parseLong(matcher.group(1));
        return amount > LARGEST >> shift ? Long.MAX_VALUE : amount << shift;
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
        try {
            URI url = new URI(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
            if (url.getHost() != null && PROTOCOLS.contains(url.getScheme())) {
                return url;
            }
        } catch (URISyntaxException unreadable) {
            // Refused below; its message repeats the text
        }
        throw new IllegalArgumentException("a URL that begins with http:// or https:// is wanted");
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
