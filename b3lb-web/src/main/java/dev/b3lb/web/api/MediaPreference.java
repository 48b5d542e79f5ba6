package dev.b3lb.web.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much a client likes a media type, by its Accept header. What cannot be read of the header is passed over. */
final class MediaPreference {

    private static final int LONGEST_HEADER = 2_000;
    private static final Pattern QUALITY = Pattern.compile("q\\s*=\\s*([01](?:\\.[0-9]{0,3})?)");

    /** One entry: a type, {@code type/*} or {@code *}{@code /*}, and its weight. */
    private record Range(String type, double quality) {

        static Range of(String text) {
            String[] parts = text.toLowerCase(Locale.ROOT).split(";");
            double quality = Arrays.stream(parts)
                    .skip(1)
                    .map(String::strip)
                    .map(QUALITY::matcher)
                    .filter(Matcher::matches)
                    .mapToDouble(matcher -> Math.min(1, Double.parseDouble(matcher.group(1))))
                    .findFirst()
                    .orElse(1);
            return new Range(parts.length == 0 ? "" : parts[0].strip(), quality);
        }
    }

    private final List<Range> ranges;

    private MediaPreference(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** Reads a header; of one that is very long only the beginning. */
    static MediaPreference of(String accept) {
        String text = accept.substring(0, Math.min(accept.length(), LONGEST_HEADER));
        return new MediaPreference(Arrays.stream(text.split(",")).map(Range::of).toList());
    }

    /** Whether the client would rather have a page than XML. One that takes either alike is no browser. */
    boolean prefersPages() {
        double xml = Math.max(quality("text", "xml"), quality("application", "xml"));
        return quality("text", "html") > xml;
    }

    /** The weight of the entry that fits best, 0 if none does. */
    private double quality(String type, String subtype) {
        return quality(type + "/" + subtype)
                .or(() -> quality(type + "/*"))
                .or(() -> quality("*/*"))
                .orElse(0.0);
    }

    private Optional<Double> quality(String range) {
        return ranges.stream()
                .filter(entry -> entry.type().equals(range))
                .map(Range::quality)
                .findFirst();
    }
}
