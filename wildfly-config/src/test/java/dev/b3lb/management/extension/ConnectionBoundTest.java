package dev.b3lb.management.extension;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionBoundTest {

    @ParameterizedTest
    @CsvSource({"64, 256", "512, 341", "1024, 682", "8192, 5461", "65536, 20000"})
    void connections_follow_the_heap(long megabytes, long connections) {
        assertThat(ConnectionBound.of(megabytes << 20)).isEqualTo(connections);
    }
}
