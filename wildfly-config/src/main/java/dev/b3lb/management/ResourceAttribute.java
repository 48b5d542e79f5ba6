package dev.b3lb.management;

import java.util.Optional;

/**
 * Something about a running server that the management resource shows as an attribute, for people and monitoring.
 *
 * @param name as it is written
 * @param type what its value looks like
 * @param operation the operation whose reply holds it; empty for what the resource knows by itself
 * @param text what it means, for people
 */
public record ResourceAttribute(String name, Type type, Optional<String> operation, String text) {

    /** What a value looks like. */
    public enum Type {
        /** A text. */
        STRING,
        /** A whole number of 32 bits. */
        INT,
        /** A whole number of 64 bits. */
        LONG,
        /** True or false. */
        BOOLEAN,
        /** Texts by name. */
        OBJECT
    }
}
