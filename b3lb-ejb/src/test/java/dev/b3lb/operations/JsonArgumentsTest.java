package dev.b3lb.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.management.OperationRefused;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonArgumentsTest {

    @Test
    void values_become_texts_as_operations_take_them() throws OperationRefused {
        assertThat(of("{'a': 'x', 'b': 3, 'c': 1.5, 'd': true, 'e': null, 'f': ['x', 2, false]}"))
                .isEqualTo(Map.of("a", "x", "b", "3", "c", "1.5", "d", "true", "e", "", "f", "x,2,false"));
    }

    @Test
    void what_is_no_single_value_is_refused() {
        assertThatThrownBy(() -> of("{'a': {'b': 1}}")).hasMessageContaining("a must be one value");
        assertThatThrownBy(() -> of("{'a': [[1]]}")).hasMessageContaining("a must be one value");
        assertThatThrownBy(() -> of("{'a': ['x,y']}")).hasMessageContaining("has a comma");
    }

    @Test
    void a_number_is_not_written_out() throws OperationRefused {
        assertThat(of("{'a': 1e999999999}").get("a")).hasSizeLessThan(40);
    }

    private static Map<String, String> of(String json) throws OperationRefused {
        JsonObject object =
                Json.createReader(new StringReader(json.replace('\'', '"'))).readObject();
        return JsonArguments.of(object);
    }
}
