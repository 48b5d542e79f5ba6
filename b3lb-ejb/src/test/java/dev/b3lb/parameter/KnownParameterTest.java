package dev.b3lb.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownParameterTest {

    private final KnownParameter colour = known("bannerColor");

    private static KnownParameter known(String name) {
        return KnownParameters.find(name).orElseThrow();
    }

    @Test
    void a_value_of_its_kind_is_taken() {
        assertThat(colour.fault(RuleMode.SET, Optional.of("#123456"))).isEmpty();
        assertThat(colour.fault(RuleMode.OVERRIDE, Optional.of("#123456"))).isEmpty();
        assertThat(colour.fault(RuleMode.BLOCK, Optional.empty())).isEmpty();
    }

    @Test
    void another_value_is_refused_with_the_name_and_what_is_allowed() {
        assertThat(colour.fault(RuleMode.SET, Optional.of("red")))
                .contains("bannerColor must be a colour as #rrggbb, e.g. #0f4c81.");
    }

    @Test
    void what_gives_a_value_needs_one() {
        assertThat(colour.fault(RuleMode.OVERRIDE, Optional.empty()))
                .contains("OVERRIDE needs a value: bannerColor must be a colour as #rrggbb, e.g. #0f4c81.");
        assertThat(known("welcome").fault(RuleMode.SET, Optional.empty())).isPresent();
    }

    @Test
    void what_takes_away_needs_none() {
        assertThat(known("welcome").fault(RuleMode.BLOCK, Optional.of("")))
                .contains("BLOCK takes no value: it only takes welcome away.");
    }

    @Test
    void an_empty_text_is_a_value_too() {
        assertThat(known("welcome").fault(RuleMode.SET, Optional.of(""))).isEmpty();
    }

    @Test
    void names_its_calls() {
        assertThat(colour.callNames()).isEqualTo("create");
        assertThat(known("logoutURL").callNames()).isEqualTo("create, join");
    }
}
