package dev.b3lb.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BbbAnswerTest {

    @Test
    void reads_a_success() {
        BbbAnswer answer = answer("<response><returncode>SUCCESS</returncode><name>Ü</name></response>");

        assertThat(answer.succeeded()).isTrue();
        assertThat(answer.value("name")).isEqualTo("Ü");
    }

    @Test
    void reads_a_failure() {
        BbbAnswer answer =
                answer("<response><returncode>FAILED</returncode><messageKey>notFound</messageKey></response>");

        assertThat(answer.succeeded()).isFalse();
        assertThat(answer.messageKey()).isEqualTo("notFound");
    }

    @Test
    void lists_the_texts_at_a_path() {
        BbbAnswer answer = answer("<response><meetings><meeting><meetingID>a</meetingID></meeting>"
                + "<meeting><meetingID>b</meetingID></meeting></meetings></response>");

        assertThat(answer.values("meetings/meeting/meetingID")).containsExactly("a", "b");
        assertThat(answer.value("meetings/meeting[2]/meetingID")).isEqualTo("b");
    }

    @Test
    void shows_an_answer_that_is_not_xml() {
        assertThatThrownBy(() -> answer("<html><p>Bad gateway</html>"))
                .isInstanceOf(TestbedFailure.class)
                .hasMessageContaining("Bad gateway");
    }

    private static BbbAnswer answer(String body) {
        return BbbAnswer.of(new HttpAnswer(200, List.of(), body.getBytes(StandardCharsets.UTF_8)));
    }
}
