package dev.b3lb.simulation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.plot.CategoryPlot;
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

    private static final List<Contender> IN_TIME =
            List.of(Contender.SCALELITE, Contender.B3LB_FRESH, Contender.OURS, Contender.ORACLE);

    private final Options options;

    Pictures(Options options) {
        this.options = options;
    }

    /** Draws into the output directory. */
    void draw(Comparison comparison) throws IOException {
        List<Contender> shown =
                SHOWN.stream().filter(options.contenders()::contains).toList();
        if (!shown.isEmpty()) {
            write("overload.png", overload(comparison, shown));
        }
        inTime("burst.png", Scenario.BURST, "Highest utilisation of any node, bursts on nodes 1:2:4");
        inTime("crash.png", Scenario.CRASH, "Highest utilisation of any node, two nodes crash and return");
    }

    private JFreeChart overload(Comparison comparison, List<Contender> shown) {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        for (Scenario scenario : options.scenarios()) {
            for (Contender contender : shown) {
                bars.addValue(
                        100 * comparison.mean(scenario, contender).overload(), contender.title(), scenario.slug());
            }
        }
        JFreeChart chart = ChartFactory.createBarChart("% of node-time above the capacity", null, null, bars);
        CategoryPlot plot = chart.getCategoryPlot();
        plot.getDomainAxis().setCategoryLabelPositions(CategoryLabelPositions.UP_45);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        BarRenderer renderer = (BarRenderer) plot.getRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setItemMargin(0);
        for (int i = 0; i < shown.size(); i++) {
            renderer.setSeriesPaint(i, COLOURS.get(SHOWN.indexOf(shown.get(i))));
        }
        return chart;
    }

    private void inTime(String file, Scenario scenario, String title) throws IOException {
        List<Contender> shown =
                IN_TIME.stream().filter(options.contenders()::contains).toList();
        if (!options.scenarios().contains(scenario) || shown.isEmpty()) {
            return;
        }
        Trace trace = scenario.trace().trace(SEED);
        XYSeriesCollection lines = new XYSeriesCollection();
        for (Contender contender : shown) {
            Simulation simulation = new Simulation(scenario, trace, contender, SEED);
            simulation.run();
            XYSeries line = new XYSeries(contender.title());
            simulation.sampler().samples().forEach(sample -> line.add(sample.at() / 3600, sample.max()));
            lines.addSeries(line);
        }
        write(file, lines(title, lines, shown));
    }

    private static JFreeChart lines(String title, XYSeriesCollection lines, List<Contender> shown) {
        JFreeChart chart = ChartFactory.createXYLineChart(title, "hours", null, lines);
        XYPlot plot = chart.getXYPlot();
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        for (int i = 0; i < shown.size(); i++) {
            plot.getRenderer().setSeriesPaint(i, COLOURS.get(SHOWN.indexOf(shown.get(i))));
            plot.getRenderer().setSeriesStroke(i, new BasicStroke(1.8f));
        }
        return chart;
    }

    private void write(String file, JFreeChart chart) throws IOException {
        File target = options.output().resolve(file).toFile();
        ChartUtils.saveChartAsPNG(target, chart, WIDTH, HEIGHT, null, false, MOST_COMPRESSION);
    }
}
