package dev.b3lb.parameter;

/** What a rule does with its parameter. */
public enum RuleMode {
    /** It is taken away. */
    BLOCK,
    /** It is given when the client did not. */
    SET,
    /** It is always given, in place of the client's. */
    OVERRIDE
}
