package dev.b3lb.web.negotiation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How much a client likes a media type, by its Accept header. What cannot be read of the header is passed over. */
public final class MediaPreference {

    private static final int LONGEST_HEADER = 2_000;
    private static final Pattern QUALITY = Pattern.compile("q\\s*=\\s*([01](?:\\.[0-9]{0,3})?)");
    private static final Pattern VERSION = Pattern.compile("version\\s*=\\s*\"?([0-9a-z.]+)\"?");

    /** One entry: a type, {@code type/*} or {@code *}{@code /*}, perhaps of one version only, and its weight. */
    private record Range(String type, Optional<String> version, double quality) {

        static Range of(String text) {
            String[] parts = text.toLowerCase(Locale.ROOT).split(";");
            return new Range(
                    parts.length == 0 ? "" : parts[0].strip(),
                    parameters(parts, VERSION).findFirst(),
                    parameters(parts, QUALITY)
                            .map(weight -> Math.min(1, Double.parseDouble(weight)))
                            .findFirst()
                            .orElse(1.0));
        }

        private static Stream<String> parameters(String[] parts, Pattern pattern) {
            return Arrays.stream(parts)
                    .skip(1)
                    .map(String::strip)
                    .map(pattern::matcher)
                    .filter(Matcher::matches)
                    .map(matcher -> matcher.group(1));
        }

        private boolean allows(String wanted) {
            return version.isEmpty() || version.get().equals(wanted);
        }
    }

    private final List<Range> ranges;

    private MediaPreference(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** Reads a header; of one that is very long only the beginning. */
    public static MediaPreference of(String accept) {
        String text = accept.substring(0, Math.min(accept.length(), LONGEST_HEADER));
        return new MediaPreference(Arrays.stream(text.split(",")).map(Range::of).toList());
    }

    /** Whether the client would rather have a page than XML. One that takes either alike is no browser. */
    public boolean prefersPages() {
        double xml = Math.max(quality("text/xml"), quality("application/xml"));
        return quality("text/html") > xml;
    }

    /** The weight of the entry that fits a type best, whatever the version; 0 if none does. */
    public double quality(String type) {
        return first(type).or(() -> byGroup(type)).orElse(0.0);
    }

    /** The weight of the entry that fits a type in one version best; 0 if none does. */
    public double quality(String type, String version) {
        OptionalDouble named = named(type, version);
        return named.isPresent() ? named.getAsDouble() : byGroup(type).orElse(0.0);
    }

    /** The weight of a type in one version if the client names it itself, with that version or without any. */
    public OptionalDouble named(String type, String version) {
        return ranges.stream()
                .filter(entry -> entry.type().equals(type) && entry.allows(version))
                .mapToDouble(Range::quality)
                .max();
    }

    private Optional<Double> byGroup(String type) {
        return first(type.substring(0, type.indexOf('/')) + "/*").or(() -> first("*/*"));
    }

    private Optional<Double> first(String range) {
        return ranges.stream()
                .filter(entry -> entry.type().equals(range))
                .map(Range::quality)
                .findFirst();
    }
}
