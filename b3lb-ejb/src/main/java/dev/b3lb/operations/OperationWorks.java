package dev.b3lb.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.Objects;

/** Finds what does an operation, and lets it. Role and arguments have to be checked before. */
@ApplicationScoped
public class OperationWorks {

    private final Instance<OperationGroup> groups;

    @Inject
    OperationWorks(Instance<OperationGroup> groups) {
        this.groups = groups;
    }

    /**
     * Does it.
     *
     * @throws RefusedException among others, which {@link Refusals} puts into words
     */
    public JsonValue perform(OperationCall call) {
        return groups.stream()
                .map(group -> group.operations().get(call.operation().name()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(call.operation().name() + " is in no group"))
                .apply(call);
    }
}
