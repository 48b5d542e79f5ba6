package dev.b3lb.meter;

/** What is kept in memory and read from the database when it is not there. */
public enum CacheName {
    /** Open meetings, by account and id. */
    MEETINGS,
    /** What getMeetings tells of each meeting. */
    LISTINGS,
    /** Contents of tenants' files. */
    ASSETS,
    /** Slides as creates carry them. */
    SLIDES
}
