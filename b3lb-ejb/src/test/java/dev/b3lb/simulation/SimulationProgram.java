package dev.b3lb.simulation;

import java.io.IOException;
import java.nio.file.Files;

/** Runs the comparison and writes it down: {@code figures.csv}, {@code tables.md} and pictures. */
public final class SimulationProgram {

    private SimulationProgram() {}

    /** Arguments: {@code scenarios=a,b contenders=a,b seeds=10 output=path}, all of them optional. */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.parse(arguments);
        Comparison comparison = Comparison.of(options.scenarios(), options.contenders(), options.seeds());
        Files.createDirectories(options.output());
        String tables = new MarkdownTables(options, comparison).text();
        Files.writeString(options.output().resolve("figures.csv"), CsvText.of(options, comparison));
        Files.writeString(options.output().resolve("tables.md"), tables);
        new Pictures(options).draw(comparison);
        System.out.println(tables);
    }
}
