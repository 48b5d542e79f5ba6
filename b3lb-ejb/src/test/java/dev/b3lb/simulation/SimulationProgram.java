package dev.b3lb.simulation;

import java.io.IOException;
import java.nio.file.Files;

/** Runs the comparison and writes it down: {@code figures.csv}, {@code tables.md} and pictures. */
public final class SimulationProgram {

    private SimulationProgram() {}

    /**
     * Arguments: {@code scenarios=a,b contenders=a,b seeds=10 output=directory page=file}, all of them optional. A page
     * gets the tables as well, between the marks that it has for them, and the pictures in the directory beside it.
     */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.parse(arguments);
        Comparison comparison = Comparison.of(options.scenarios(), options.contenders(), options.seeds());
        Files.createDirectories(options.output());
        String tables = new MarkdownTables(options, comparison).text();
        Pictures pictures = new Pictures(options, comparison);
        Files.writeString(options.output().resolve("figures.csv"), CsvText.of(options, comparison));
        Files.writeString(options.output().resolve("tables.md"), tables);
        pictures.draw(options.output());
        if (options.page().isPresent()) {
            Page page = new Page(options.page().get());
            page.write(tables);
            pictures.draw(page.pictures());
        }
        System.out.println(tables);
    }
}
