package dev.b3lb.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * What comes out of a run, or the mean of several.
 *
 * @param median utilisation that nodes were below for half of the time
 * @param p99 the same for 99 % of the time
 * @param peak highest utilisation of any node
 * @param overload share of node-time above the capacity
 * @param crowdedHours attendees times hours on nodes above their capacity
 * @param placedHot share of meetings that were put where they did not fit, final sizes known
 * @param maxToMean highest utilisation by the mean one, over the time in which the mean is above 30 %
 * @param jain Jain's index of the utilisations, over the same time; 1 is fair
 * @param rebalanceMinutes time until a node that returns or joins has four fifths of the mean utilisation; NaN if none
 *     does
 * @param decisionsPerSecond choices in a second of real time; NaN for rules that are not the product's
 */
record Figures(
        double median,
        double p99,
        double peak,
        double overload,
        double crowdedHours,
        double placedHot,
        double maxToMean,
        double jain,
        double rebalanceMinutes,
        double decisionsPerSecond) {

    /** A figure with its name in CSV files. */
    record Column(String name, ToDoubleFunction<Figures> value) {}

    static final List<Column> COLUMNS = List.of(
            new Column("p50", Figures::median),
            new Column("p99", Figures::p99),
            new Column("peak", Figures::peak),
            new Column("overload", Figures::overload),
            new Column("crowded_hours", Figures::crowdedHours),
            new Column("placed_hot", Figures::placedHot),
            new Column("max_to_mean", Figures::maxToMean),
            new Column("jain", Figures::jain),
            new Column("rebalance_minutes", Figures::rebalanceMinutes),
            new Column("decisions_per_second", Figures::decisionsPerSecond));

    /** The means; of what some runs have no figure for, over the others. */
    static Figures mean(List<Figures> runs) {
        double[] means = COLUMNS.stream()
                .mapToDouble(column -> values(runs, column.value())
                        .filter(Double::isFinite)
                        .average()
                        .orElse(Double.NaN))
                .toArray();
        return new Figures(
                means[0], means[1], means[2], means[3], means[4], means[5], means[6], means[7], means[8], means[9]);
    }

    /** Standard deviation of a figure from run to run. */
    static double spread(List<Figures> runs, ToDoubleFunction<Figures> figure) {
        double[] values = values(runs, figure).toArray();
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / Math.max(1, values.length - 1));
    }

    private static DoubleStream values(List<Figures> runs, ToDoubleFunction<Figures> figure) {
        return runs.stream().mapToDouble(figure);
    }
}
