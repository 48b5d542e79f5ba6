package dev.b3lb.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server told in Prometheus' text format 0.0.4.
 *
 * @param families in the order in which they came
 * @param samples likewise
 */
record Scrape(List<Family> families, List<Sample> samples) {

    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");
    private static final Pattern SAMPLE =
            Pattern.compile("([A-Za-z_:][\\w:]*)(?:\\{((?:\\w+=\"(?:[^\"\\\\]|\\\\.)*\",?)*)})? (\\S+)(?: \\d+)?");

    /** A metric with its type, as the text format calls it. */
    record Family(String name, String type) {

        /** The names that its samples have. */
        List<String> sampleNames() {
            return switch (type) {
                case "histogram" -> List.of(name + "_bucket", name + "_count", name + "_sum");
                case "summary" -> List.of(name, name + "_count", name + "_sum");
                default -> List.of(name);
            };
        }
    }

    /** One line; {@code value} is as it was written. */
    record Sample(String name, SortedMap<String, String> labels, String value) {

        /** The series as it is written in PromQL, with further labels or others. */
        String series(SortedMap<String, String> changed) {
            SortedMap<String, String> all = new TreeMap<>(labels);
            all.putAll(changed);
            return name
                    + all.entrySet().stream()
                            .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
                            .toList()
                            .toString()
                            .replaceFirst("^\\[", "{")
                            .replaceFirst("]$", "}");
        }
    }

    /** @throws IllegalArgumentException with the line when one is none of the format's */
    static Scrape parse(String text) {
        List<Family> families = new ArrayList<>();
        List<Sample> samples = new ArrayList<>();
        text.lines().filter(line -> !line.isEmpty()).forEach(line -> {
            Matcher type = TYPE.matcher(line);
            if (type.matches()) {
                families.add(new Family(type.group(1), type.group(2)));
            } else if (!line.startsWith("#")) {
                samples.add(sample(line));
            }
        });
        return new Scrape(families, samples);
    }

    private static Sample sample(String line) {
        Matcher sample = SAMPLE.matcher(line);
        if (!sample.matches()) {
            throw new IllegalArgumentException("This is no sample: " + line);
        }
        SortedMap<String, String> labels = new TreeMap<>();
        Optional.ofNullable(sample.group(2))
                .ifPresent(all ->
                        LABEL.matcher(all).results().forEach(label -> labels.put(label.group(1), label.group(2))));
        return new Sample(sample.group(1), labels, sample.group(3));
    }

    /** The samples of a family. */
    Stream<Sample> samplesOf(Family family) {
        return samples.stream().filter(sample -> family.sampleNames().contains(sample.name()));
    }

    /** The family that a sample belongs to. */
    Optional<Family> familyOf(Sample sample) {
        return families.stream()
                .filter(family -> family.sampleNames().contains(sample.name()))
                .findFirst();
    }
}
