package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WireTextTest {

    @Test
    void bbb_takes_out_control_characters_and_outer_space() {
        assertThat(WireText.sanitized(" a\u0000 b\u0085\n")).isEqualTo("a b");
        assertThat(WireText.sanitized("ä😀")).isEqualTo("ä😀");
    }

    @Test
    void characters_that_xml_forbids_are_replaced() {
        assertThat(WireText.xmlSafe("a\u0000\uFFFE\uD800b\t\n😀")).isEqualTo("a\uFFFD\uFFFD\uFFFDb\t\n😀");
    }

    @Test
    void names_that_would_break_a_nodes_xml_are_told() {
        assertThat(WireText.isElementName("bbb_show_public_chat")).isTrue();
        assertThat(WireText.isElementName("a.b-c1")).isTrue();
        for (String name : new String[] {"", "1a", "a b", "a:b", "x><y", "ä", "-a"}) {
            assertThat(WireText.isElementName(name)).isFalse();
        }
    }
}
