package dev.b3lb.simulation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the program is to do.
 *
 * @param scenarios in the order of the table
 * @param contenders in the order of the table
 * @param seeds how many runs of each
 * @param output directory for what it writes
 * @param page page of the documentation that gets the tables too
 */
record Options(List<Scenario> scenarios, List<Contender> contenders, int seeds, Path output, Optional<Path> page) {

    private static final int SEEDS = 10;

    private static final Options USUAL = new Options(
            List.of(Scenario.values()),
            List.of(Contender.values()),
            SEEDS,
            Path.of("target", "simulation"),
            Optional.empty());

    /** Reads {@code name=value} pairs with spaces between; see {@link SimulationProgram#main}. */
    static Options parse(String... arguments) {
        Options options = USUAL;
        for (String argument : String.join(" ", arguments).split("\\s+")) {
            if (!argument.isEmpty()) {
                String[] parts = argument.split("=", 2);
                options = options.with(parts[0], parts.length > 1 ? parts[1] : "");
            }
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "scenarios" ->
                new Options(pick(Scenario.values(), Scenario::slug, value), contenders, seeds, output, page);
            case "contenders" ->
                new Options(scenarios, pick(Contender.values(), Contender::slug, value), seeds, output, page);
            case "seeds" -> new Options(scenarios, contenders, Integer.parseInt(value), output, page);
            case "output" -> new Options(scenarios, contenders, seeds, Path.of(value), page);
            case "page" -> new Options(scenarios, contenders, seeds, output, Optional.of(Path.of(value)));
            default ->
                throw new IllegalArgumentException(
                        "No such argument: " + name + "; there are scenarios, contenders, seeds, output and page");
        };
    }

    private static <T> List<T> pick(T[] all, Function<T, String> slug, String names) {
        List<String> known = Arrays.stream(all).map(slug).toList();
        return Arrays.stream(names.split(","))
                .map(name -> {
                    if (!known.contains(name)) {
                        throw new IllegalArgumentException("No such name: " + name + "; there are " + known);
                    }
                    return all[known.indexOf(name)];
                })
                .toList();
    }
}
