package dev.b3lb.operations;

import dev.b3lb.bbb.SharedSecret;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The arguments of one operation, already checked against the catalogue: what is required is there, types fit. */
public final class Arguments {

    private final Map<String, String> values;

    /** @param values by the names of parameters, each as its type is written */
    public Arguments(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** A required one. */
    public String text(String name) {
        return values.get(name);
    }

    /** One that may be left out. */
    public Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A secret of the BBB API, without what nobody sees around it. */
    Optional<String> apiSecret(String name) {
        return optional(name).map(SharedSecret::trimmed);
    }

    /** One that is true or false and may be left out. */
    public Optional<Boolean> truth(String name) {
        return optional(name).map(Boolean::valueOf);
    }

    Optional<Integer> number(String name) {
        return optional(name).map(Integer::valueOf);
    }

    /** The parts of a list with commas, without those that are empty and without repetitions. */
    List<String> names(String name) {
        return Arrays.stream(optional(name).orElse("").split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * An id of ours.
     *
     * @param thing what has the id, for the refusal of anything else
     * @param list the operation that lists such things
     */
    Optional<UUID> id(String name, String thing, String list) {
        try {
            return optional(name).map(UUID::fromString);
        } catch (IllegalArgumentException other) {
            throw new RefusedException("That is not the id of " + thing + "; " + list + " lists them.");
        }
    }

    void ifText(String name, Consumer<String> setter) {
        optional(name).ifPresent(setter);
    }

    void ifNumber(String name, Consumer<Integer> setter) {
        number(name).ifPresent(setter);
    }

    void ifDecimal(String name, Consumer<Double> setter) {
        optional(name).map(Double::valueOf).ifPresent(setter);
    }

    void ifTruth(String name, Consumer<Boolean> setter) {
        truth(name).ifPresent(setter);
    }
}
