package dev.b3lb.settings;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One thing that an operator can set from outside.
 *
 * @param name the name of the environment variable
 * @param defaultText what holds when it is not set; empty when it must be set or when nothing is a value of its own
 * @param required whether the start is refused without it
 * @param text what it means, its unit and its limits, in one sentence for the operator
 * @param parser turns the text into the value; throws {@link IllegalArgumentException} whose message says what is
 *     allowed
 * @param shown turns the text into what people may see of it: a setting that holds a secret leaves that out
 * @param <T> the type of the value
 */
public record Setting<T>(
        String name,
        Optional<String> defaultText,
        boolean required,
        String text,
        Function<String, T> parser,
        UnaryOperator<String> shown) {

    static <T> Setting<T> required(String name, Function<String, T> parser, String text) {
        return new Setting<>(name, Optional.empty(), true, text, parser, UnaryOperator.identity());
    }

    static <T> Setting<T> withDefault(String name, String defaultText, Function<String, T> parser, String text) {
        return new Setting<>(name, Optional.of(defaultText), false, text, parser, UnaryOperator.identity());
    }

    /** A setting whose absence is a value: the parser takes only texts that are set. */
    static <T> Setting<Optional<T>> optional(String name, Function<String, T> parser, String text) {
        return new Setting<>(
                name,
                Optional.empty(),
                false,
                text,
                value -> value.isEmpty() ? Optional.empty() : Optional.of(parser.apply(value)),
                UnaryOperator.identity());
    }

    /** The same setting, of whose text people may see only a part. */
    Setting<T> shownAs(UnaryOperator<String> part) {
        return new Setting<>(name, defaultText, required, text, parser, part);
    }
}
