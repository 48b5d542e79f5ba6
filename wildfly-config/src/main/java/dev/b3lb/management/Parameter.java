package dev.b3lb.management;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One parameter of an operation.
 *
 * @param name as it is written behind every door, lower case with dashes
 * @param type what its value looks like
 * @param required whether the operation cannot do without it
 * @param secret whether its value must never be shown, logged or kept
 * @param allowed the only values that are taken; empty when any value of the type is
 * @param range the whole numbers that are taken; everything for other types
 * @param file of which file the value is the content; empty unless the type is {@link Type#FILE}
 * @param text what it means, for people
 */
public record Parameter(
        String name,
        Type type,
        boolean required,
        boolean secret,
        List<String> allowed,
        Range range,
        Optional<FileRule> file,
        String text) {

    /**
     * A parameter that takes the content of a file: as base64, but the shell takes the file's path.
     *
     * @param nameParameter the parameter that takes the file's name, if there is one; the shell fills it in
     * @param mostBytes the size of the largest file that may be sent at all
     */
    public record FileRule(Optional<String> nameParameter, int mostBytes) {}

    /**
     * Whole numbers.
     *
     * @param least the smallest; {@link Integer#MIN_VALUE} for no bound
     * @param most the largest; {@link Integer#MAX_VALUE} for no bound
     */
    public record Range(int least, int most) {

        /** Any number. */
        public static final Range ANY = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);

        private boolean holds(int number) {
            return number >= least && number <= most;
        }

        private String words() {
            if (most == Integer.MAX_VALUE) {
                return "at least " + least;
            }
            return least == Integer.MIN_VALUE ? "at most " + most : "from " + least + " to " + most;
        }
    }

    /** What a value looks like as text. */
    public enum Type {
        /** Any text. */
        STRING("a text"),
        /** A whole number of 32 bits. */
        INT("a whole number"),
        /** A number, with or without a fraction. */
        DOUBLE("a number"),
        /** The word true or the word false. */
        BOOLEAN("true or false"),
        /** The content of a file as base64. */
        FILE("a file's content as base64");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        /** {@return what is wanted, in words that fit behind "must be"} */
        public String words() {
            return words;
        }
    }

    /** Keeps its own copy of the allowed values. */
    public Parameter {
        allowed = List.copyOf(allowed);
        if (file.isPresent() != (type == Type.FILE)) {
            throw new IllegalArgumentException(name + " must have a rule for files just when it is one");
        }
    }

    /** {@return whether its value is not for logs and messages: it is secret, or as long as a file} */
    public boolean isHidden() {
        return secret || type == Type.FILE;
    }

    /**
     * {@return the name of the management parameter that takes the number of an attached stream instead of the value}
     * WildFly writes requests into logs as they are, but not what is attached to them, so hidden values travel there.
     */
    public String streamName() {
        return name + "-from";
    }

    /**
     * Checks one value.
     *
     * @param value the value as text
     * @throws OperationRefused with a sentence that names the parameter, and the value unless it is secret
     */
    void check(String value) throws OperationRefused {
        if (required && value.isBlank()) {
            throw new OperationRefused(name + " is empty.");
        }
        if (!fits(value)) {
            throw new OperationRefused(name + " must be " + type.words() + but(value));
        }
        if (type == Type.INT && !range.holds(Integer.parseInt(value))) {
            throw new OperationRefused(name + " must be " + range.words() + but(value));
        }
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            throw new OperationRefused(name + " must be one of " + String.join(", ", allowed) + but(value));
        }
    }

    private boolean fits(String value) {
        return switch (type) {
            case STRING, FILE -> true;
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case INT -> value.matches("[+-]?[0-9]{1,10}") && inInt(Long.parseLong(value));
            case DOUBLE -> isNumber(value);
        };
    }

    private static boolean inInt(long number) {
        return number >= Integer.MIN_VALUE && number <= Integer.MAX_VALUE;
    }

    private static boolean isNumber(String value) {
        if (value.length() > 40) {
            return false;
        }
        try {
            return Double.isFinite(new BigDecimal(value).doubleValue());
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private String but(String value) {
        return isHidden() ? "." : ", not '" + value + "'.";
    }
}
