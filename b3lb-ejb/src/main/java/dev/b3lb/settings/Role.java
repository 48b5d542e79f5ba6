package dev.b3lb.settings;

/** What a server does. Every server answers health and metrics whatever its roles are. */
public enum Role {
    /** Answers the BBB API. */
    API,
    /** Takes its share of polling the nodes. */
    POLL,
    /** Renders recordings. */
    RENDER,
    /** Serves the console. */
    CONSOLE
}
