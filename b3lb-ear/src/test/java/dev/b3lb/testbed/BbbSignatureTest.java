package dev.b3lb.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BbbSignatureTest {

    private static final String SECRET = "639259d4-9dd8-4b25-bf01-95f9567eaf4b";

    @Test
    void makes_the_checksum_of_the_example_in_the_documentation_of_bbb() {
        BbbSignature signature = new BbbSignature("SHA-1", SECRET);

        assertThat(signature.checksum(
                        "create", "name=Test+Meeting&meetingID=abc123&attendeePW=111222&moderatorPW=333444"))
                .isEqualTo("1fcbb0c4fc1f039f73aa6d697d2db9ba7f803f17");
    }

    @Test
    void appends_the_checksum_to_a_query() {
        BbbSignature signature = new BbbSignature("SHA-256", SECRET);

        assertThat(signature.sign("end", "meetingID=a"))
                .matches("meetingID=a&checksum=[0-9a-f]{64}")
                .endsWith(signature.checksum("end", "meetingID=a"));
    }

    @Test
    void makes_the_checksum_the_whole_query_when_there_is_none() {
        assertThat(new BbbSignature("SHA-256", SECRET).sign("getMeetings", "")).matches("checksum=[0-9a-f]{64}");
    }

    @Test
    void encodes_parameters_as_forms_do() {
        assertThat(BbbSignature.query(Map.of("name", "Über & mehr"))).isEqualTo("name=%C3%9Cber+%26+mehr");
    }

    @Test
    void does_not_show_the_secret() {
        assertThat(new BbbSignature("SHA-256", SECRET)).asString().doesNotContain(SECRET);
    }
}
