package dev.b3lb.it;

import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.RawHttp;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What a scraper gets, as Prometheus text.
 *
 * @param samples values by name and labels, as they are written
 */
record Scrape(Map<String, Double> samples) {

    /** The same text that Prometheus asks for when it is told nothing else. */
    private static final String TEXT = "Accept: text/plain;version=0.0.4";

    /**
     * Scrapes a server.
     *
     * @throws IllegalStateException when it answers with another status than 200
     */
    static Scrape of(int port, String host, String path, String authorization) throws IOException {
        HttpAnswer answer = new RawHttp(port)
                .send("GET", path, List.of("Host: " + host, TEXT, "Authorization: " + authorization), new byte[0]);
        if (answer.status() != 200) {
            throw new IllegalStateException("status " + answer.status() + ": " + answer.text());
        }
        return parse(answer.text());
    }

    static Scrape parse(String text) {
        return new Scrape(text.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))));
    }

    /** The value of a sample, if it is there. */
    OptionalDouble find(String sample) {
        Double value = samples.get(sample);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The value of a sample that has to be there. */
    double value(String sample) {
        return find(sample).orElseThrow(() -> new AssertionError("There is no " + sample));
    }
}
