package dev.b3lb.callback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.settings.AddressRanges;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private final AddressGuard guard = new AddressGuard(AddressRanges.parse(""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "127.1",
                "2130706433",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.168.0.1",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:a00:1",
                "::ffff:0:10.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::8.8.8.8",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "2002:7f00:1::",
                "2002:c0a8:101::1",
                "2001:0:4136:e378:0:5efe:f5ff:fffe",
                "2001:db8::5efe:8.8.8.8",
                "2a00:1:2:3:0:5efe:10.0.0.1",
                "2a00:1:2:3:200:5efe:192.168.0.1",
                "3fff::1",
                "fc00::1",
                "fd12:3456:789a::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
            })
    void refuses_what_is_not_the_public_internet(String address) throws UnknownHostException {
        assertThat(guard.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "192.167.255.255",
                "192.169.0.1",
                "198.17.255.255",
                "198.20.0.1",
                "223.255.255.254",
                "::ffff:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1",
                "2001:4860:4860::8888",
                "2606:4700::1111",
                "2a00:1450:4001:80b::200e",
                "2a00:1:2:3:0:5efe:8.8.8.8",
            })
    void lets_the_public_internet_through(String address) throws UnknownHostException {
        assertThat(guard.allows(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void lets_through_what_the_operator_allows_and_nothing_beside_it() throws UnknownHostException {
        AddressGuard open = new AddressGuard(AddressRanges.parse("10.1.0.0/16,fd00::/8"));

        assertThat(open.allows(InetAddress.getByName("10.1.2.3"))).isTrue();
        assertThat(open.allows(InetAddress.getByName("::ffff:10.1.2.3"))).isTrue();
        assertThat(open.allows(InetAddress.getByName("64:ff9b::10.1.2.3"))).isTrue();
        assertThat(open.allows(InetAddress.getByName("fd12::1"))).isTrue();
        assertThat(open.allows(InetAddress.getByName("10.2.0.1"))).isFalse();
        assertThat(open.allows(InetAddress.getByName("127.0.0.1"))).isFalse();
        assertThat(open.allows(InetAddress.getByName("fc00::1"))).isFalse();
    }
}
