package dev.b3lb.placement;

import static dev.b3lb.placement.SomeCandidates.idle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.node.SomeNodes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTagTest {

    private static final List<Candidate> NODES = List.of(
            idle(SomeNodes.tagged("big", "big")), idle(SomeNodes.tagged("gpu", "gpu")), idle(SomeNodes.node("plain")));

    @ParameterizedTest
    @CsvSource({
        "big, big",
        "big!, big",
        "' big ! ', big",
        "big;gpu, big gpu",
        "big; gpu!, big gpu",
        "none, plain",
        "none!, plain",
        "none;gpu, gpu plain",
        "absent, big gpu plain",
        "absent;big, big",
        "BIG, big gpu plain",
    })
    void leaves_the_nodes_that_the_create_asks_for(String text, String slugs) {
        assertThat(slugs(ServerTag.parse(text))).containsExactlyInAnyOrder(slugs.split(" "));
    }

    @Test
    void an_insisted_tag_that_no_node_has_leaves_none() {
        assertThat(slugs(ServerTag.parse("absent!"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!", ";", " ; ; !"})
    void a_blank_text_is_no_wish(String text) {
        assertThat(ServerTag.parse(text)).isEqualTo(ServerTag.ANY);
        assertThat(slugs(ServerTag.parse(text))).hasSize(3);
    }

    private static List<String> slugs(ServerTag tag) {
        return tag.filter(NODES).stream()
                .map(candidate -> candidate.node().slug())
                .toList();
    }
}
