package dev.b3lb.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnTestbed
class SharedTestbedIT {

    private final Testbed testbed;

    SharedTestbedIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @Test
    void its_server_is_ready() {
        assertThat(testbed.server().isReady()).isTrue();
    }

    @Test
    void a_new_pool_takes_a_meeting_of_its_tenant() throws IOException {
        try (Pool pool = testbed.newPool(2)) {
            BbbAnswer created = pool.client().get("create", Map.of("meetingID", "meeting-1", "name", "Meeting"));

            assertThat(created.succeeded()).as(created.toString()).isTrue();
            assertThat(pool.clientByHost().get("getMeetings").values("meetings/meeting/meetingID"))
                    .containsExactly("meeting-1");
        }
    }

    @Test
    void tenants_of_two_pools_do_not_see_each_other() throws IOException {
        try (Pool one = testbed.newPool(1);
                Pool other = testbed.newPool(1)) {
            BbbAnswer created = one.client().get("create", Map.of("meetingID", "meeting-1", "name", "Meeting"));

            assertThat(created.succeeded()).as(created.toString()).isTrue();
            assertThat(other.client().get("getMeetings").values("meetings/meeting/meetingID"))
                    .isEmpty();
        }
    }
}
