package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.testbed.OperationRejected;
import dev.b3lb.testbed.Operations;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;

/** Operations that are not carried out. */
final class Refused {

    private Refused() {}

    /** The sentence that an operation is refused with. */
    static AbstractStringAssert<?> sentence(Operations operations, String operation, Map<String, String> arguments) {
        return assertThatThrownBy(() -> operations.call(operation, arguments))
                .isInstanceOf(OperationRejected.class)
                .extracting(refused -> ((OperationRejected) refused).reason())
                .asString()
                .doesNotContain("Exception", "failed inside");
    }
}
