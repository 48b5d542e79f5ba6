package dev.b3lb.monitoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads documents that consist of maps, lists and texts. */
final class Yaml {

    private Yaml() {}

    /** The map that a document is. */
    static Map<String, Object> document(String text) {
        return map(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    /** A list of maps in a map; empty when it is not there. */
    static List<Map<String, Object>> list(Map<String, Object> map, String key) {
        return map.containsKey(key)
                ? ((List<?>) map.get(key)).stream().map(Yaml::map).toList()
                : List.of();
    }

    /** A map of texts in a map; empty when it is not there. */
    static Map<String, String> texts(Map<String, Object> map, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (map.containsKey(key)) {
            map(map.get(key)).forEach((name, value) -> texts.put(name, value.toString()));
        }
        return texts;
    }

    private static Map<String, Object> map(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((name, inner) -> map.put(name.toString(), inner));
        return map;
    }
}
