package dev.b3lb.web.metrics.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerBeansTest {

    private final SomeBeans beans = new SomeBeans()
            .with("a:type=pool", "size", 3)
            .with("a:type=pool", "name", "pool")
            .with("a:type=listener,address=x", "connections", 4L)
            .with("a:type=listener,address=y", "connections", 5L);

    private Map<String, Double> read(PoolFigure... figures) {
        return new ServerBeans(beans.server).read(List.of(figures));
    }

    private static PoolFigure figure(String name, String bean, String attribute) {
        return new PoolFigure(name, PoolFigure.Kind.GAUGE, bean, attribute, "");
    }

    @Test
    void a_figure_is_what_its_bean_tells() {
        assertThat(read(figure("pool_size", "a:type=pool", "size"))).containsExactly(Map.entry("pool_size", 3.0));
    }

    @Test
    void of_a_pattern_all_beans_are_added_up() {
        assertThat(read(figure("connections", "a:type=listener,address=*", "connections")))
                .containsExactly(Map.entry("connections", 9.0));
    }

    @Test
    void what_is_not_told_or_no_number_is_left_out_and_harms_nothing_else() {
        assertThat(read(
                        figure("nothing", "a:type=nothing", "size"),
                        figure("nothing_either", "a:type=nothing,address=*", "size"),
                        figure("no_bean", "nonsense", "size"),
                        figure("no_attribute", "a:type=pool", "length"),
                        figure("no_number", "a:type=pool", "name"),
                        figure("pool_size", "a:type=pool", "size")))
                .containsExactly(Map.entry("pool_size", 3.0));
    }
}
