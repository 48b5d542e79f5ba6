package dev.b3lb.simulation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws what the figures say, small enough to be kept with the pages. */
final class Pictures {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;
    private static final int MOST_COMPRESSION = 9;
    private static final long SEED = 1;

    private static final List<Color> COLOURS = List.of(
            new Color(0xBBBBBB), new Color(0xE69F00), new Color(0x56B4E9), new Color(0x009E73), new Color(0x333333));

    /** Those that are worth a colour, in the order of the colours. */
    private static final List<Contender> SHOWN = List.of(
            Contender.LEAST_MEETINGS, Contender.SCALELITE, Contender.B3LB_FRESH, Contender.OURS, Contender.ORACLE);

    private final Options options;
    private final Comparison comparison;

    Pictures(Options options, Comparison comparison) {
        this.options = options;
        this.comparison = comparison;
    }

    /** Draws into a directory. */
    void draw(Path directory) throws IOException {
        write(directory.resolve("overload.png"), overload());
        if (options.scenarios().contains(Scenario.BURST)) {
            write(
                    directory.resolve("burst.png"),
                    inTime(Scenario.BURST, "Highest utilisation of any node: bursts on nodes 1:2:4"));
        }
        if (options.scenarios().contains(Scenario.CRASH)) {
            write(
                    directory.resolve("crash.png"),
                    inTime(Scenario.CRASH, "Highest utilisation of any node: two nodes crash and return"));
        }
    }

    private List<Contender> shown(int from) {
        return SHOWN.stream().skip(from).filter(options.contenders()::contains).toList();
    }

    private JFreeChart overload() {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        for (Scenario scenario : options.scenarios()) {
            for (Contender contender : shown(0)) {
                bars.addValue(
                        100 * comparison.mean(scenario, contender).overload(), contender.title(), scenario.slug());
            }
        }
        JFreeChart chart = ChartFactory.createBarChart("% of node-time above the capacity", null, null, bars);
        CategoryPlot plot = chart.getCategoryPlot();
        plot.getDomainAxis().setCategoryLabelPositions(CategoryLabelPositions.UP_45);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        BarRenderer renderer = (BarRenderer) plot.getRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setItemMargin(0);
        for (int i = 0; i < shown(0).size(); i++) {
            renderer.setSeriesPaint(i, colour(shown(0).get(i)));
        }
        return chart;
    }

    /** One run of each rule; least meetings would go beyond the picture. */
    private JFreeChart inTime(Scenario scenario, String title) {
        Trace trace = scenario.trace().trace(SEED);
        XYSeriesCollection lines = new XYSeriesCollection();
        JFreeChart chart = ChartFactory.createXYLineChart(title, "hours", null, lines);
        XYPlot plot = chart.getXYPlot();
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        for (Contender contender : shown(1)) {
            Simulation simulation = new Simulation(scenario, trace, contender, SEED);
            simulation.run();
            XYSeries line = new XYSeries(contender.title());
            simulation.sampler().samples().forEach(sample -> line.add(sample.at() / 3600, sample.max()));
            int number = lines.getSeriesCount();
            lines.addSeries(line);
            plot.getRenderer().setSeriesPaint(number, colour(contender));
            plot.getRenderer().setSeriesStroke(number, new BasicStroke(1.8f));
        }
        return chart;
    }

    private static Color colour(Contender contender) {
        return COLOURS.get(SHOWN.indexOf(contender));
    }

    private static void write(Path file, JFreeChart chart) throws IOException {
        Plot plot = chart.getPlot();
        plot.setBackgroundPaint(Color.WHITE);
        ChartUtils.saveChartAsPNG(file.toFile(), chart, WIDTH, HEIGHT, null, false, MOST_COMPRESSION);
    }
}
