package dev.b3lb.placement;

/** Whether a node may get a new meeting, as far as its health and its operator are concerned. */
public enum Standing {
    /** It is well. */
    READY,
    /** It may be well: nobody has polled it lately, or all nodes seem bad at once. Taken when no other is READY. */
    DOUBTFUL,
    /** It may not. */
    OUT
}
