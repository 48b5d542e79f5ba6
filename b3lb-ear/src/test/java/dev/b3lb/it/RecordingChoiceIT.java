package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.Parameters;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a meeting may be recorded, and whether it is when its creator does not say. */
@OnTestbed
class RecordingChoiceIT {

    private final Testbed testbed;
    private Pool pool;

    RecordingChoiceIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(1);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private void tenant(String recordingEnabled, String recordByDefault) {
        testbed.operations()
                .call(
                        "settenant",
                        Map.of(
                                "slug",
                                pool.tenant(),
                                "recording-enabled",
                                recordingEnabled,
                                "record-by-default",
                                recordByDefault));
    }

    private void secret(String recordingEnabled) {
        testbed.operations()
                .call(
                        "setsecret",
                        Map.of("tenant-slug", pool.tenant(), "sub-id", "0", "recording-enabled", recordingEnabled));
    }

    /** What the node was told by a create. */
    private Parameters create(Map<String, String> more) throws IOException {
        assertThat(Rooms.create(pool.client(), "room", more).succeeded()).isTrue();
        return Rooms.running(pool, "room").get(0).createParameters();
    }

    private void assertNothingIsRecorded() throws IOException {
        Parameters told =
                create(Map.of("record", "true", "autoStartRecording", "true", "allowStartStopRecording", "true"));
        assertThat(told.first("record")).contains("false");
        assertThat(told.first("autoStartRecording")).contains("false");
        assertThat(told.first("allowStartStopRecording")).contains("false");
    }

    @Test
    void a_tenant_that_may_not_record_does_not() throws IOException {
        tenant("false", "true");
        assertNothingIsRecorded();
    }

    @Test
    void a_secret_that_may_not_record_does_not() throws IOException {
        tenant("true", "true");
        secret("false");
        assertNothingIsRecorded();
    }

    @Test
    void who_may_record_decides_for_each_meeting() throws IOException {
        tenant("true", "false");
        Parameters told = create(Map.of("record", "true", "autoStartRecording", "true"));
        assertThat(told.first("record")).contains("true");
        assertThat(told.first("autoStartRecording")).contains("true");
        assertThat(told.first("allowStartStopRecording")).isEmpty();
    }

    @Test
    void who_records_by_default_does_so_without_being_told() throws IOException {
        tenant("true", "true");
        assertThat(create(Map.of()).first("record")).contains("true");
    }

    @Test
    void who_records_by_default_may_still_say_no() throws IOException {
        tenant("true", "true");
        assertThat(create(Map.of("record", "false")).first("record")).contains("false");
    }
}
