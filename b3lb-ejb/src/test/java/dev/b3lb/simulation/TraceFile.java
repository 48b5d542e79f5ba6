package dev.b3lb.simulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads a recorded demand: lines {@code t,room,size,ramp,dur} below a heading, times in seconds. */
final class TraceFile {

    private TraceFile() {}

    /** The trace in a file of the test resources. */
    static Trace read(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TraceFile.class.getResourceAsStream("/simulation/" + name), name),
                StandardCharsets.UTF_8))) {
            return parse(reader.lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Trace parse(List<String> lines) {
        return Trace.of(lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(TraceFile::demand)
                .toList());
    }

    private static Demand demand(String line) {
        String[] cells = line.split(",");
        if (cells.length != 5) {
            throw new IllegalArgumentException("Not t,room,size,ramp,dur: " + line);
        }
        return new Demand(
                Double.parseDouble(cells[0]),
                cells[1],
                Math.max(1, Integer.parseInt(cells[2])),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]));
    }
}
