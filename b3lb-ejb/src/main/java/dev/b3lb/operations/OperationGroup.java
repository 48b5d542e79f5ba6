package dev.b3lb.operations;

import jakarta.json.JsonValue;
import java.util.Map;
import java.util.function.Function;

/** Some operations that belong together. */
public interface OperationGroup {

    /** What each operation does, by its name in the catalogue. */
    Map<String, Function<OperationCall, JsonValue>> operations();
}
