package dev.b3lb.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PollAgeTest {

    private final AtomicLong now = new AtomicLong(1_000);
    private final NodeStates states = new NodeStates();
    private final PollAge age = new PollAge(states, now::get);

    private void polled(String slug, int secondsAgo) {
        states.put(List.of(SomeNodes.polled(SomeNodes.node(slug), Duration.ofSeconds(secondsAgo), now.get())));
    }

    @Test
    void without_nodes_there_is_nothing_to_wait_for() {
        assertThat(age.oldest()).isZero();
    }

    @Test
    void the_node_that_was_polled_longest_ago_counts() {
        polled("a", 4);
        polled("b", 9);
        polled("c", 1);
        assertThat(age.oldest()).isEqualTo(Duration.ofSeconds(9));

        polled("b", 0);
        assertThat(age.oldest()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void the_age_grows_while_nothing_is_read() {
        polled("a", 4);
        now.addAndGet(Duration.ofSeconds(60).toNanos());
        polled("b", 2);

        assertThat(age.oldest()).isEqualTo(Duration.ofSeconds(64));
    }

    @Test
    void a_call_that_makes_a_node_suspect_is_no_poll() {
        PoolNode node = SomeNodes.node("a");
        states.put(List.of(SomeNodes.polled(node, Duration.ofHours(1), System.nanoTime())));

        states.suspect(node.id());

        assertThat(new PollAge(states, System::nanoTime).oldest()).isGreaterThanOrEqualTo(Duration.ofHours(1));
    }
}
