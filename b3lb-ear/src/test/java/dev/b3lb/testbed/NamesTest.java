package dev.b3lb.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamesTest {

    private final Names names = new Names(new Random());

    @Test
    void tenants_have_slugs_that_the_product_takes() {
        assertThat(Stream.generate(names::tenant).limit(2_000)).allMatch(slug -> slug.matches("[A-Z][A-Z0-9]{1,9}"));
    }

    @Test
    void nothing_is_named_twice() {
        List<String> tenants = Stream.generate(names::tenant).limit(2_000).toList();
        List<String> others =
                Stream.generate(() -> names.name("node")).limit(2_000).toList();

        assertThat(tenants).doesNotHaveDuplicates();
        assertThat(others).doesNotHaveDuplicates();
    }
}
