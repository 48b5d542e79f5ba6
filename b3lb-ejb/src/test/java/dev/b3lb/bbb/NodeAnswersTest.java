package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeAnswersTest {

    private final NodeAnswers answers = new NodeAnswers();

    @Test
    void metadata_are_added_to_those_of_the_meeting_that_the_answer_is_about() throws UnreadableAnswer {
        NodeAnswer answer = parse("<response><returncode>SUCCESS</returncode><attendees><metadata/></attendees>"
                + "<metadata><a>1</a></metadata></response>");
        assertThat(answer.withMetadata(Map.of("b", "x&y")).xml())
                .isEqualTo("<response><returncode>SUCCESS</returncode><attendees><metadata/></attendees>"
                        + "<metadata><a>1</a><b>x&amp;y</b></metadata></response>");
    }

    @Test
    void an_answer_without_metadata_gets_none() throws UnreadableAnswer {
        String xml = "<response><returncode>FAILED</returncode></response>";
        assertThat(parse(xml).withMetadata(Map.of("b", "2")).xml()).isEqualTo(xml);
    }

    @Test
    void tells_code_key_message_and_texts() throws UnreadableAnswer {
        NodeAnswer answer = parse("<response><returncode>SUCCESS</returncode><meetingID>a &amp; b</meetingID>"
                + "<messageKey>duplicateWarning</messageKey><message>already there</message></response>");
        assertThat(answer.successful()).isTrue();
        assertThat(answer.returncode()).isEqualTo("SUCCESS");
        assertThat(answer.messageKey()).contains("duplicateWarning");
        assertThat(answer.message()).contains("already there");
        assertThat(answer.text("meetingID")).contains("a & b");
        assertThat(answer.text("other")).isEmpty();
    }

    @Test
    void empty_keys_are_none() throws UnreadableAnswer {
        NodeAnswer answer =
                parse("<response><returncode>SUCCESS</returncode><messageKey></messageKey><message/></response>");
        assertThat(answer.messageKey()).isEmpty();
        assertThat(answer.message()).isEmpty();
        assertThat(answer.text("message")).contains("");
    }

    @Test
    void a_list_of_errors_gives_the_first_ones_key() throws UnreadableAnswer {
        NodeAnswer answer = parse(Fixtures.ERRORS);
        assertThat(answer.successful()).isFalse();
        assertThat(answer.messageKey()).contains("nonUniqueVoiceBridge");
        assertThat(answer.message()).contains("The selected voice bridge is already in use.");
    }

    @Test
    void is_written_as_it_came() throws UnreadableAnswer {
        String xml = "<response><returncode>SUCCESS</returncode><x y=\"1 &amp; &quot;2&quot;\">a &lt; b 😀</x>"
                + "<c><![CDATA[<&>]]></c><d/> <e>]]&gt;</e></response>";
        assertThat(parse(xml).xml()).isEqualTo(xml);
    }

    @Test
    void metadata_is_taken_out_and_nothing_else() throws UnreadableAnswer {
        NodeAnswer answer = parse("<response><returncode>SUCCESS</returncode><secret>1</secret>"
                + "<metadata><secret>2</secret><open>3</open></metadata>"
                + "<x><secret>4</secret><metadata><secret>5</secret></metadata></x></response>");
        assertThat(answer.withoutMetadata("secret"::equals).xml())
                .isEqualTo("<response><returncode>SUCCESS</returncode><secret>1</secret>"
                        + "<metadata><open>3</open></metadata><x><secret>4</secret><metadata/></x></response>");
        assertThat(answer.xml()).contains("<secret>5</secret>");
    }

    @Test
    void an_answer_needs_a_return_code_that_bbb_knows() {
        assertThatExceptionOfType(UnreadableAnswer.class)
                .isThrownBy(() -> parse("<response/>"))
                .withMessage("the answer has no return code");
        assertThatExceptionOfType(UnreadableAnswer.class)
                .isThrownBy(() -> parse("<response><returncode>MAYBE</returncode></response>"));
    }

    @Test
    void shows_no_content() throws UnreadableAnswer {
        NodeAnswer answer =
                parse("<response><returncode>SUCCESS</returncode><moderatorPW>hush</moderatorPW></response>");
        assertThat(answer.toString()).isEqualTo("NodeAnswer[SUCCESS]");
    }

    private NodeAnswer parse(String xml) throws UnreadableAnswer {
        return answers.parse(xml.getBytes(StandardCharsets.UTF_8));
    }
}
