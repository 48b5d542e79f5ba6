package dev.b3lb.parameter;

import dev.b3lb.bbb.ApiCall;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A parameter that rules may be about.
 *
 * @param name as it is written in calls; of metadata in lower case, as BBB keeps them
 * @param calls the calls that have it: create, join or both
 * @param kind what its values look like
 */
public record KnownParameter(String name, Set<ApiCall> calls, ParameterKind kind) {

    /** Keeps its own copy of the calls. */
    public KnownParameter {
        calls = Set.copyOf(calls);
    }

    /** The names of the calls that have it, in words. */
    public String callNames() {
        return calls.stream().sorted().map(ApiCall::wireName).collect(Collectors.joining(", "));
    }

    /**
     * Why there can be no such rule, as a sentence; empty if there can.
     *
     * @param mode what the rule would do
     * @param value what it would give, if anything
     */
    public Optional<String> fault(RuleMode mode, Optional<String> value) {
        if (mode == RuleMode.BLOCK) {
            return value.map(any -> "BLOCK takes no value: it only takes " + name + " away.");
        }
        if (value.isEmpty()) {
            return Optional.of(mode + " needs a value: " + name + " must be " + kind.allowed() + ".");
        }
        return value.filter(text -> !kind.accepts(text)).map(text -> name + " must be " + kind.allowed() + ".");
    }
}
