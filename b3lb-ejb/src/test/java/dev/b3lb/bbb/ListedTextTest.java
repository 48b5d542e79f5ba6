package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListedTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "attendeePW",
                "moderatorPW",
                "dialNumber",
                "voiceBridge",
                "meta_a-b",
                "meta_bbb-Origin",
                "fullName",
                "firstName",
                "lastName",
                "userID",
                "userdata-bbb_color",
            })
    void a_listed_parameter_with_what_is_no_text_of_xml_is_refused(String name) {
        for (String character : new String[] {"%00", "%0B", "%1F", "%EF%BF%BE", "%EF%BF%BF"}) {
            assertThat(ListedText.check(QueryParameters.parse("welcome=x&" + name + "=a" + character + "b")))
                    .as(character)
                    .contains(BbbError.validationError(
                            "The parameter '" + name + "' has a character that XML does not allow"));
        }
    }

    /** Surrogates and bytes that are no UTF-8 are replaced when they are decoded. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=a%09b%0Ac%0Dd%C2%85",
                "name=%ED%A0%80%FF",
                "name=%F0%9F%98%80%EF%BF%BD",
                "welcome=a%0Bb",
                "meta_a_b=%00",
                "userdata-a-b=%00",
            })
    void the_rest_is_taken(String query) {
        assertThat(ListedText.check(QueryParameters.parse(query))).isEmpty();
    }
}
