package dev.b3lb.meter;

/**
 * Has counters that are to be told as 0 before anything was counted: a scraper that sees one for the first time does not
 * know that it has grown.
 */
public interface FromTheStart {

    /** Does nothing but being there, which is enough: counters begin with whoever counts. */
    default void begin() {}
}
