package dev.b3lb.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://lms.example.com/end?a=b&c=%20d#x, lms.example.com, /end?a=b&c=%20d",
        "HTTP://LMS.example.com:8080, lms.example.com:8080, /",
        "http://lms.example.com?x, lms.example.com, /?x",
        "http://user:pass@lms.example.com/, lms.example.com, /",
        "http://[2001:db8::1]:81/x, 2001:db8::1:81, /x",
        "http://my_host/x, my_host, /x",
        "http://bücher.example/ü?q=ü, xn--bcher-kva.example, /%C3%BC?q=%C3%BC",
        "http://lms.example.com:/, lms.example.com, /",
        "http://2130706433/, 2130706433, /",
    })
    void reads_what_can_be_called(String text, String host, String target) {
        CallbackUrl url = CallbackUrl.parse(text);

        assertThat(url).hasToString(host);
        assertThat(url.target()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lms.example.com/end",
                "/end",
                "ftp://lms.example.com/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "http:lms.example.com",
                "http://",
                "http:///end",
                "http://:80/",
                "http://lms.example.com:0/",
                "http://lms.example.com:65536/",
                "http://lms.example.com:x/",
                "http://a@b@c/",
                "http://lms.example.com\uff0fx/",
                "http://lms.example.com\uff20b/",
                "http://lms.example.com\uff1a80/",
                "http://\u2100.example.com/",
                "http://[fe80::1%25eth0]/",
                "http://lms.example.com/a b",
                "http://lms.example.com/\r\nX: y",
                "http://lms.example.com/%",
            })
    void says_what_is_wrong_with_anything_else(String text) {
        assertThatThrownBy(() -> CallbackUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the address");
    }

    @Test
    void refuses_an_address_without_end() {
        assertThatThrownBy(() -> CallbackUrl.parse("http://lms.example.com/" + "a".repeat(8_192)))
                .hasMessage("the address is longer than 8192 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example/x/y?q, https://b.example/z, https://b.example/z",
        "http://a.example/x/y?q, /z, http://a.example/z",
        "http://a.example/x/y?q, z?w, http://a.example/x/z?w",
        "http://a.example, z, http://a.example/z",
        "https://a.example/x, //b.example/z, https://b.example/z",
    })
    void follows_redirects(String from, String location, String to) {
        assertThat(CallbackUrl.parse(from).redirectedTo(location).uri()).hasToString(to);
    }
}
