package dev.b3lb.meeting;

import dev.b3lb.bbb.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Metadata that a client gave its meeting and that did not go to the node, since ours stands there instead. The client
 * sees its own values again.
 *
 * @param keptMetadata names in lower case and values, as a form
 */
public record KeptMetadata(String keptMetadata) {

    /** Nothing was kept. */
    public static final KeptMetadata NONE = new KeptMetadata("");

    /** @param values by their names, which are in lower case */
    public static KeptMetadata of(Map<String, String> values) {
        QueryParameters form = QueryParameters.none();
        for (Map.Entry<String, String> entry : values.entrySet()) {
            form = form.with(entry.getKey(), entry.getValue());
        }
        return new KeptMetadata(form.encode());
    }

    /** The values by their names. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        QueryParameters.parse(keptMetadata).all().forEach(kept -> values.put(kept.name(), kept.value()));
        return values;
    }

    /** The value of a name in lower case. */
    public Optional<String> value(String name) {
        return QueryParameters.parse(keptMetadata).first(name);
    }

    /** The names only: addresses may hold secrets of the front end. */
    @Override
    public String toString() {
        return "KeptMetadata" + values().keySet();
    }
}
