package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.OperationRejected;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;

/** What a server tells of its settings and in its figures. */
@OnTestbed
class SettingsOperationIT {

    private final Testbed testbed;
    private final Operations operations;

    SettingsOperationIT(Testbed testbed) {
        this.testbed = testbed;
        operations = testbed.operations();
    }

    private ModelNode setting(String name) {
        List<ModelNode> found =
                operations.call("settings", Map.of("name", name)).asList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void settings_tell_what_is_in_force_and_whether_it_was_given() {
        ModelNode given = setting("B3LB_POLL_INTERVAL");
        ModelNode left = setting("B3LB_CREATE_TOTAL");

        assertThat(given.keys()).containsExactly("name", "value", "default", "set", "text");
        assertThat(given.get("value").asString()).isEqualTo("2");
        assertThat(given.get("default").asString()).isEqualTo("15s");
        assertThat(given.get("set").asBoolean()).isTrue();
        assertThat(left.get("value").asString()).isEqualTo("25s");
        assertThat(left.get("set").asBoolean()).isFalse();
    }

    @Test
    void settings_begin_as_the_documentation_does_and_show_no_password() {
        ModelNode settings = operations.call("settings");

        assertThat(settings.get(0).get("name").asString()).isEqualTo("B3LB_API_BASE_DOMAIN");
        assertThat(setting("CACHE_URL").get("value").asString())
                .isEqualTo(testbed.redis().url().toString().replaceFirst(":[^:@/]*@", ":***@"));
    }

    @Test
    void an_unknown_setting_is_refused() {
        assertThatThrownBy(() -> operations.call("settings", Map.of("name", "B3LB_NONSENSE")))
                .isInstanceOf(OperationRejected.class)
                .hasMessageContaining("no setting B3LB_NONSENSE");
    }

    @Test
    void figures_are_numbers_truths_and_texts() throws IOException {
        try (Pool pool = testbed.newPool(1)) {
            Rooms.create(pool.client(), "the-room");
            pool.poll(pool.slugs().get(0));

            ModelNode figures = operations.call("figures");

            assertThat(figures.get("instance").asString()).isEqualTo("server");
            assertThat(figures.get("version").asString()).isNotBlank();
            assertThat(figures.get("started").asString()).matches("\\d{4}-.*Z");
            assertThat(figures.get("running").asBoolean()).isTrue();
            assertThat(figures.get("configuration-version").asLong()).isPositive();
            assertThat(List.of("nodes", "nodes-online", "tenants", "secrets", "meetings", "open-meetings"))
                    .allSatisfy(name ->
                            assertThat(figures.get(name).asInt()).as(name).isPositive());
            assertThat(List.of("users", "nodes-maintenance", "polls-under-way", "callbacks-pending"))
                    .allSatisfy(name ->
                            assertThat(figures.get(name).asInt()).as(name).isNotNegative());
            assertThat(figures.get("callbacks-under-way").asInt()).isNotNegative();
            assertThat(figures.get("database").asString()).isEqualTo("up");
            assertThat(figures.get("redis").asString()).isEqualTo("up");
        }
    }

    @Test
    void figures_take_no_parameter() {
        assertThatThrownBy(() -> operations.call("figures", Map.of("slug", "x")))
                .isInstanceOf(OperationRejected.class)
                .hasMessageContaining("no parameter slug");
    }
}
