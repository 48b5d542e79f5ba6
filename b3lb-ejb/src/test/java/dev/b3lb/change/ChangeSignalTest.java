package dev.b3lb.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.settings.SomeSettings;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class ChangeSignalTest {

    private final Deque<Runnable> queue = new ArrayDeque<>();

    @Test
    void whoever_changed_something_leaves_the_telling_to_others() {
        ChangeSignal signal = new ChangeSignal(null, queue::add, SomeSettings.with("CACHE_URL", "redis://127.0.0.1:1"));
        try {
            signal.changed();
            signal.changed();
            assertThat(queue).hasSize(1);
        } finally {
            signal.close();
        }
    }

    @Test
    void without_redis_there_is_nothing_to_tell() {
        ChangeSignal signal = new ChangeSignal(null, queue::add, SomeSettings.with());
        signal.changed();
        signal.attend();
        signal.close();
        assertThat(queue).isEmpty();
        assertThat(signal.state()).isEqualTo(RedisState.NOT_SET);
        assertThat(signal.sinceAnswer()).isEmpty();
    }
}
