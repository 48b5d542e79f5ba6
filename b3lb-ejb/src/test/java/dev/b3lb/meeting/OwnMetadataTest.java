package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.NodeReply;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.node.ScriptedCalls;
import dev.b3lb.settings.SomeSettings;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnMetadataTest {

    private static final UUID MEETING = new UUID(1, 2);

    private final OwnMetadata own = new OwnMetadata(SomeSettings.with("B3LB_RECORD_META_DATA_TAG", "My-Records"));

    @ParameterizedTest
    @ValueSource(
            strings = {"b3lb-id", "B3LB-ID", "b3lb-recordset", "b3lb-anything", "B3lb-", "my-records", "MY-RECORDS"})
    void names_that_are_ours_are_ours_in_any_case(String name) {
        assertThat(own.isMetadatum(name)).isTrue();
        assertThat(own.isParameter("meta_" + name)).isTrue();
        assertThat(own.isParameter("META_" + name)).isTrue();
        assertThat(own.isParameter(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b3lb", "xb3lb-id", "bbb-origin", "my-records2", "", "id"})
    void other_names_are_the_clients(String name) {
        assertThat(own.isMetadatum(name)).isFalse();
        assertThat(own.isParameter("meta_" + name)).isFalse();
    }

    @Test
    void short_names_of_parameters_do_no_harm() {
        assertThat(own.isParameter("")).isFalse();
        assertThat(own.isParameter("me")).isFalse();
        assertThat(own.isParameter("meta_")).isFalse();
    }

    @Test
    void stripping_takes_only_what_is_ours() {
        QueryParameters stripped = own.strip(QueryParameters.parse(
                "name=x&meta_b3lb-id=forged&Meta_B3LB-Nonce=y&meta_my-records=z&meta_course=1&b3lb-id=kept"));
        assertThat(stripped).isEqualTo(QueryParameters.parse("name=x&meta_course=1&b3lb-id=kept"));
    }

    @Test
    void the_mark_is_the_meetings_uuid() {
        assertThat(OwnMetadata.mark(QueryParameters.none(), MEETING).first("meta_b3lb-id"))
                .contains(MEETING.toString());
    }

    @Test
    void a_meeting_is_ours_only_with_its_own_mark() {
        assertThat(marked("<metadata><b3lb-id>" + MEETING + "</b3lb-id></metadata>"))
                .isTrue();
        assertThat(marked("<metadata><b3lb-id>" + new UUID(3, 4) + "</b3lb-id></metadata>"))
                .isFalse();
        assertThat(marked("<metadata/>")).isFalse();
        assertThat(marked("<b3lb-id>" + MEETING + "</b3lb-id>")).isFalse();
    }

    private static boolean marked(String content) {
        NodeReply.Answered answered =
                (NodeReply.Answered) ScriptedCalls.answer("<returncode>SUCCESS</returncode>" + content);
        return OwnMetadata.marked(answered.answer(), MEETING);
    }
}
