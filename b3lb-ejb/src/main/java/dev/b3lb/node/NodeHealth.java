package dev.b3lb.node;

/** What polling has made of a node. */
public enum NodeHealth {
    /** Never polled well; gets nothing. */
    NEW,
    /** Well; may be chosen. */
    ACTIVE,
    /** The last poll was bad: gets nothing new, its meetings are served, it is polled again soon. */
    SUSPECT,
    /** Bad several times in a row: its meetings may move when the grace is over. */
    DOWN
}
