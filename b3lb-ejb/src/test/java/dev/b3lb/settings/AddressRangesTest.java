package dev.b3lb.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangesTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "10.1.2.3/8, 10.9.9.9, true",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "192.0.2.0/31, 192.0.2.1, true",
        "fc00::/7, fd12::1, true",
        "fc00::/7, fe80::1, false",
        "::1, ::1, true",
        "::1/128, 127.0.0.1, false",
        "10.0.0.0/8, ::ffff:10.1.1.1, true",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 2001:db8::1, true",
    })
    void blocks_and_single_addresses_contain_what_is_in_them(String text, String address, boolean contained)
            throws UnknownHostException {
        assertThat(AddressRanges.parse(text).contains(InetAddress.getByName(address)))
                .isEqualTo(contained);
    }

    @Test
    void several_blocks_are_one_set() throws UnknownHostException {
        AddressRanges ranges = AddressRanges.parse("127.0.0.0/8, ::1/128 ,10.0.0.0/8");
        assertThat(ranges.contains(InetAddress.getByName("::1"))).isTrue();
        assertThat(ranges.contains(InetAddress.getByName("10.0.0.1"))).isTrue();
        assertThat(ranges.contains(InetAddress.getByName("192.0.2.1"))).isFalse();
    }

    @Test
    void people_read_what_is_in_them() {
        assertThat(AddressRanges.parse("127.0.0.0/8,::1/128,192.0.2.7")).hasToString("127.0.0.0/8, ::1/128, 192.0.2.7");
        assertThat(AddressRanges.parse("")).hasToString("none");
    }

    @Test
    void nothing_contains_nothing() throws UnknownHostException {
        assertThat(AddressRanges.parse("").contains(InetAddress.getByName("127.0.0.1")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "proxy.example.org",
                "10.0.0.0/33",
                "10.0.0.256",
                "10.0.0.0/255.0.255.0",
                "10.0.0",
                "10",
                "10.*.0.0",
                "10.0.0.1-9",
                "0x7f.0.0.1",
                "*",
                "/8",
                "::1/129",
                "fe80::1%eth0",
                "1:2:3",
                "[::1]",
                "10.0.0.1:80",
            })
    void anything_but_an_address_or_a_block_is_refused_without_asking_anybody(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressRanges.parse("127.0.0.0/8," + text))
                .withMessageEndingWith("with commas between are wanted");
    }
}
