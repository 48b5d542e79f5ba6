package dev.b3lb.fakenode;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decoded parameters of a request in the order of their arrival. Of repeated ones the first counts; one with a broken
 * escape is left out, as Tomcat does. Names and values are freed of control characters and outer blanks before use, as
 * BBB's validation does.
 */
public final class Parameters {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Parameters that are known already.
     *
     * @param values one value per name
     * @return the same as parameters
     */
    public static Parameters of(Map<String, String> values) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        values.forEach((name, value) -> lists.put(name, List.of(value)));
        return new Parameters(lists);
    }

    /** Reads encoded strings (query, form body), one after the other. */
    static Parameters parse(String... encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String text : encoded) {
            for (String pair : text.split("&")) {
                addPair(values, pair);
            }
        }
        return new Parameters(values);
    }

    private static void addPair(Map<String, List<String>> values, String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        if (!name.isEmpty()) {
            decode(name).ifPresent(n -> decode(value)
                    .ifPresent(v -> values.computeIfAbsent(clean(n), key -> new ArrayList<>(1))
                            .add(v)));
        }
    }

    private static Optional<String> decode(String encoded) {
        try {
            return Optional.of(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException brokenEscape) {
            return Optional.empty();
        }
    }

    static String clean(String text) {
        return CONTROL.matcher(text).replaceAll("").trim();
    }

    /**
     * The first value of a parameter, cleaned.
     *
     * @param name name of the parameter, case-sensitive
     * @return empty when the parameter is absent; an empty text when it has no value
     */
    public Optional<String> first(String name) {
        return raw(name).map(Parameters::clean);
    }

    /**
     * The first value of a parameter, cleaned, if there is anything in it.
     *
     * @param name name of the parameter, case-sensitive
     * @return empty when the parameter is absent or blank
     */
    public Optional<String> text(String name) {
        return first(name).filter(value -> !value.isEmpty());
    }

    /**
     * The first value of a parameter as it was sent.
     *
     * @param name name of the parameter, case-sensitive
     * @return decoded but not cleaned
     */
    public Optional<String> raw(String name) {
        return Optional.ofNullable(values.get(name)).map(list -> list.get(0));
    }

    /** Whether a switch is on; BBB takes {@code true} and {@code 1}. */
    boolean isOn(String name) {
        return first(name)
                .filter(v -> v.equalsIgnoreCase("true") || v.equals("1"))
                .isPresent();
    }

    /** A whole number, or the default when it is absent or not a number. */
    int number(String name, int otherwise) {
        return text(name).filter(Parameters::isInteger).map(Integer::parseInt).orElse(otherwise);
    }

    private static boolean isInteger(String text) {
        return text.matches("-?\\d{1,9}");
    }

    /** All parameters whose names start with a prefix, without it, first values only. */
    Map<String, String> withPrefix(String prefix) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(prefix.length()),
                        entry -> clean(entry.getValue().get(0)),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** The items of a comma-separated list; BBB decodes each list once more. */
    List<String> list(String name) {
        return text(name).flatMap(Parameters::decode).stream()
                .flatMap(Pattern.compile(",")::splitAsStream)
                .map(String::trim)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /**
     * How often a parameter was sent.
     *
     * @param name name of the parameter, case-sensitive
     * @return 0 when it is absent
     */
    public int count(String name) {
        return values.getOrDefault(name, List.of()).size();
    }

    /**
     * Everything that was sent, decoded but not cleaned.
     *
     * @return all values by name, in the order of arrival
     */
    public Map<String, List<String>> asMap() {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, list) -> copy.put(name, List.copyOf(list)));
        return copy;
    }

    /** Names only: values may be passwords. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
