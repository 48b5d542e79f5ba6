package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileXmlTest {

    private static final String GOOD = "<response><returncode>SUCCESS</returncode><meetings/></response>";

    private final NodeAnswers answers = new NodeAnswers();
    private final MeetingListParser lists = new MeetingListParser(name -> false);

    static Stream<String> hostile() {
        return Stream.of(
                "",
                " ",
                "\uFEFF",
                "not XML",
                "{\"response\":{\"returncode\":\"SUCCESS\"}}",
                "<html><head><title>502 Bad Gateway</title></head><body><br></body></html>",
                "<!DOCTYPE html><html><body/></html>",
                "<html><returncode>SUCCESS</returncode><meetings/></html>",
                "<meetings/>",
                GOOD + GOOD,
                GOOD + "trailing",
                GOOD.substring(0, GOOD.length() - 5),
                GOOD.substring(0, 20),
                "<!DOCTYPE response>" + GOOD,
                "<!DOCTYPE response SYSTEM \"http://127.0.0.1:9/x.dtd\">" + GOOD,
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + GOOD.replace("<meetings/>", "&x;"),
                billionLaughs(),
                GOOD.replace("<meetings/>", "&undeclared;"),
                nested(101),
                nested(50_000),
                GOOD.replace("<meetings/>", "<a " + attributes(101) + "/>"),
                GOOD.replace("<meetings/>", "<meetings a=\"1\" a=\"2\"/>"),
                GOOD.replace("<meetings/>", "<foo bar>1</foo bar>"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void is_refused_in_words_that_repeat_nothing_of_it(String xml) {
        assertThatExceptionOfType(UnreadableAnswer.class)
                .isThrownBy(() -> answers.parse(bytes(xml)))
                .withMessageMatching("[a-zA-Z0-9 ,'-]{10,100}");
        assertThatExceptionOfType(UnreadableAnswer.class).isThrownBy(() -> lists.parse(stream(xml)));
    }

    @Test
    void nesting_up_to_the_limit_is_read() throws UnreadableAnswer {
        assertThat(answers.parse(bytes(nested(99))).successful()).isTrue();
    }

    @Test
    void an_element_with_more_elements_than_any_answer_is_refused() {
        String xml = GOOD.replace("<meetings/>", "<a>" + "<b/>".repeat(200_001) + "</a>");
        assertThatExceptionOfType(UnreadableAnswer.class)
                .isThrownBy(() -> answers.parse(bytes(xml)))
                .withMessage("the answer has too many elements");
    }

    @Test
    void a_stream_that_breaks_is_unreadable() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatExceptionOfType(UnreadableAnswer.class).isThrownBy(() -> lists.parse(broken));
    }

    @Property
    void any_bytes_are_read_or_refused(@ForAll @Size(max = 200) byte[] bytes) {
        readOrRefuse(bytes);
    }

    @Property
    void a_good_answer_with_some_bytes_changed_is_read_or_refused(
            @ForAll @IntRange(max = 2000) int at, @ForAll @Size(min = 1, max = 4) byte[] change) {
        byte[] xml = bytes(Fixtures.meetings(Fixtures.MEETING, Fixtures.BREAKOUT));
        System.arraycopy(change, 0, xml, Math.min(at, xml.length - change.length), change.length);
        readOrRefuse(xml);
    }

    private void readOrRefuse(byte[] bytes) {
        try {
            String xml = answers.parse(bytes).xml();
            assertThat(answers.parse(bytes(xml)).xml()).isEqualTo(xml);
            lists.parse(new ByteArrayInputStream(bytes));
        } catch (UnreadableAnswer e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static String billionLaughs() {
        String entities = IntStream.range(1, 10)
                .mapToObj(i -> "<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining());
        return "<!DOCTYPE r [<!ENTITY l0 \"ha\">" + entities + "]>" + GOOD.replace("<meetings/>", "<a>&l9;</a>");
    }

    /** An answer with that many levels below the root. */
    private static String nested(int levels) {
        return GOOD.replace("<meetings/>", "<a>".repeat(levels) + "</a>".repeat(levels));
    }

    private static String attributes(int count) {
        return IntStream.range(0, count).mapToObj(i -> "a" + i + "=\"\"").collect(Collectors.joining(" "));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(bytes(text));
    }
}
