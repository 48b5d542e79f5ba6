package dev.b3lb.fakenode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingsTest {

    private static final String ONE = HashAlgorithm.SHA1.hex("one") + "-1500000000000";
    private static final String TWO = HashAlgorithm.SHA1.hex("two") + "-1500000000000";

    private final FakeBbbNode node = FakeBbbNode.builder().start();
    private final Probe probe = new Probe(node);

    @BeforeEach
    void record() {
        node.recordings()
                .add(new FakeRecording(
                        ONE,
                        "one",
                        "First",
                        "published",
                        1_500_000_000_000L,
                        1_500_000_600_000L,
                        3,
                        Map.of("a", "left")));
        node.recordings()
                .add(new FakeRecording(
                        TWO, "two", "Second", "unpublished", 1_500_000_000_000L, 1_500_000_000_000L, 1, Map.of()));
    }

    @AfterEach
    void close() {
        node.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|First,Second",
                "meetingID=one|First",
                "meetingID=one%2Ctwo|First,Second",
                "state=published|First",
                "state=any|First,Second",
                "meta_a=left|First",
                "meta_a=le%25|First",
                "meta_a=%25ft|First",
                "meta_a=%25ef%25|First",
                "limit=1&offset=1|Second"
            })
    void filters_choose(String query, String names) throws Exception {
        assertThat(probe.get(node.signed("getRecordings", query)).texts("name")).containsExactly(names.split(","));
    }

    @Test
    void record_ids_match_as_prefixes() throws Exception {
        assertThat(probe.call("getRecordings", "recordID", ONE.substring(0, 12), "meetingID", "two")
                        .text("name"))
                .isEqualTo("First");
    }

    @Test
    void a_page_tells_the_total() throws Exception {
        assertThat(probe.call("getRecordings", "limit", "1").text("totalElements"))
                .isEqualTo("2");
    }

    @Test
    void nothing_found_is_a_success() throws Exception {
        assertThat(probe.call("getRecordings", "meetingID", "nobody").body())
                .isEqualTo("<response><returncode>SUCCESS</returncode><recordings></recordings>"
                        + "<messageKey>noRecordings</messageKey>"
                        + "<message>There are no recordings for the meeting(s).</message></response>");
    }

    @Test
    void publishing_changes_the_state() throws Exception {
        assertThat(probe.call("publishRecordings", "recordID", TWO, "publish", "true")
                        .text("published"))
                .isEqualTo("true");
        assertThat(node.recordings().all()).extracting(FakeRecording::state).containsOnly("published");
    }

    @Test
    void deleting_takes_recordings_out_of_the_list() throws Exception {
        assertThat(probe.call("deleteRecordings", "recordID", ONE + "," + TWO).text("deleted"))
                .isEqualTo("true");
        assertThat(probe.call("getRecordings").key()).isEqualTo("noRecordings");
    }

    @Test
    void updates_set_and_remove_metadata() throws Exception {
        assertThat(probe.call("updateRecordings", "recordID", ONE, "meta_A", "", "meta_B", "new")
                        .text("updated"))
                .isEqualTo("true");
        assertThat(node.recordings().all().get(0).metadata()).isEqualTo(Map.of("b", "new"));
    }

    @Test
    void unknown_recordings_are_not_found() throws Exception {
        assertThat(probe.call("deleteRecordings", "recordID", "nobody").text("message"))
                .isEqualTo("We could not find recordings");
    }

    @Test
    void a_missing_parameter_is_reported_even_with_a_wrong_checksum() throws Exception {
        assertThat(probe.get("/bigbluebutton/api/deleteRecordings?checksum=00").key())
                .isEqualTo("missingParamRecordID");
    }
}
