package dev.b3lb.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Table;
import java.util.List;
import java.util.OptionalInt;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;

class TableTextTest {

    @Test
    void shows_status_as_scalelite_does() {
        Table table = Catalogue.load().operation("status").orElseThrow().table();
        String json = "{\"nodes\":1,\"servers\":[{\"hostname\":\"bbb01.example.com\",\"state\":\"enabled\","
                + "\"status\":\"online\",\"meetings\":3,\"users\":17,\"largest-meeting\":9,\"videos\":2}]}";

        assertThat(print(json, table)).isEqualTo("""
                        HOSTNAME           STATE    STATUS  MEETINGS  USERS  LARGEST-MEETING  VIDEOS
                        bbb01.example.com  enabled  online  3         17     9                2""");
    }

    @Test
    void shows_the_headings_of_an_empty_list() {
        assertThat(print("[]", new Table("", List.of("a", "b")))).isEqualTo("A  B");
    }

    @Test
    void shows_an_object_as_keys_and_values() {
        assertThat(print("{\"ACME-000\":\"abc\",\"X\":[1.5,200]}", Table.EVERYTHING))
                .isEqualTo("KEY       VALUE\nACME-000  abc\nX         1.5 200");
    }

    @Test
    void shows_an_object_of_objects_as_rows() {
        assertThat(print("{\"ACME-000\":{\"secret\":\"abc\",\"path\":\"p\"}}", new Table("", List.of("key", "path"))))
                .isEqualTo("KEY       PATH\nACME-000  p");
    }

    @Test
    void shows_all_there_is_when_no_columns_are_named() {
        assertThat(print("[{\"a\":1},{\"a\":2,\"b\":3}]", Table.EVERYTHING)).isEqualTo("A  B\n1\n2  3");
    }

    @Test
    void leaves_missing_values_empty() {
        assertThat(print("[{\"a\":null,\"b\":1},{\"b\":2}]", new Table("", List.of("a", "b"))))
                .isEqualTo("A  B\n   1\n   2");
    }

    @Test
    void lets_no_value_break_its_line_or_steer_the_terminal() {
        ModelNode list = new ModelNode();
        list.add(new ModelNode().setEmptyObject()).get(0).get("a").set("x\n\u001b[2Jy");

        assertThat(TableText.of(list, new Table("", List.of("a")), OptionalInt.empty()))
                .isEqualTo("A\nx [2Jy");
    }

    @Test
    void says_nothing_of_nothing_when_no_columns_are_named() {
        assertThat(print("[]", Table.EVERYTHING)).isEmpty();
        assertThat(print("{}", Table.EVERYTHING)).isEmpty();
    }

    @Test
    void shows_what_is_inside_a_cell_in_words() {
        assertThat(print("{\"a\":{\"x\":1,\"y\":[1,2]},\"b\":[{\"x\":1},{\"x\":2}],\"c\":3}", Table.EVERYTHING))
                .isEqualTo("KEY  VALUE\na    x=1, y=1 2\nb    x=1; x=2\nc    3");
    }

    @Test
    void shows_rows_as_blocks_where_they_do_not_fit() {
        ModelNode list = ModelNode.fromJSONString(
                "[{\"slug\":\"bbb01\",\"e\":\"\",\"url\":\"https://a\"},{\"slug\":\"bbb02\",\"url\":\"https://b\"}]");

        assertThat(TableText.of(list, Table.EVERYTHING, OptionalInt.of(19)))
                .isEqualTo("SLUG   E  URL\nbbb01     https://a\nbbb02     https://b");
        assertThat(TableText.of(list, Table.EVERYTHING, OptionalInt.of(18)))
                .isEqualTo("SLUG  bbb01\nURL   https://a\n\nSLUG  bbb02\nURL   https://b");
    }

    private static String print(String json, Table table) {
        return TableText.of(ModelNode.fromJSONString(json), table, OptionalInt.empty());
    }
}
