package dev.b3lb.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AdminRoleTest {

    @Test
    void each_includes_those_behind_it_so_everybody_may_read_metrics() {
        assertThat(AdminRole.ADMIN.included()).containsExactly(AdminRole.values());
        assertThat(AdminRole.VIEWER.included()).containsExactly(AdminRole.VIEWER, AdminRole.METRICS);
        assertThat(AdminRole.METRICS.included()).containsExactly(AdminRole.METRICS);
    }

    @Test
    void words_with_commas_between_are_read_in_any_order_and_case() {
        assertThat(AdminRole.parse(" metrics, Admin ,,metrics"))
                .containsExactlyInAnyOrder(AdminRole.ADMIN, AdminRole.METRICS);
        assertThat(AdminRole.parse(" ")).isEmpty();
    }

    @Test
    void they_are_written_in_one_order() {
        assertThat(AdminRole.text(List.of(AdminRole.METRICS, AdminRole.ADMIN))).isEqualTo("admin,metrics");
    }

    @Test
    void another_word_is_refused_with_those_that_there_are() {
        assertThatThrownBy(() -> AdminRole.parse("admin,root"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'root'")
                .hasMessageContaining("admin, operator, viewer, metrics");
    }
}
