package dev.b3lb.shell;

import dev.b3lb.management.Operation;
import dev.b3lb.management.Parameter;
import dev.b3lb.management.Table;
import java.util.List;
import java.util.Optional;

/** Operations that tests make up. */
final class SampleOperations {

    private SampleOperations() {}

    static Operation operation(String name, Parameter... parameters) {
        return new Operation(
                name,
                List.of(),
                "Does something.",
                "admin",
                true,
                Operation.Reply.OBJECT,
                "What was done.",
                List.of(parameters),
                List.of(),
                List.of(),
                Table.EVERYTHING);
    }

    static Parameter parameter(String name, boolean required, boolean secret, List<String> allowed) {
        return new Parameter(
                name,
                Parameter.Type.STRING,
                required,
                secret,
                allowed,
                Parameter.Range.ANY,
                Optional.empty(),
                "A value.");
    }

    static Parameter file(String name, int mostBytes) {
        return new Parameter(
                name,
                Parameter.Type.FILE,
                true,
                false,
                List.of(),
                Parameter.Range.ANY,
                Optional.of(new Parameter.FileRule(Optional.empty(), mostBytes)),
                "A file.");
    }
}
