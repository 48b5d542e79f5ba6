package dev.b3lb.simulation;

/** What goes wrong with a node. Times in seconds. */
sealed interface Fault {

    /** The node it happens to, by its place in the pool. */
    int node();

    /** The node loses all meetings and comes back empty. */
    record Crash(int node, double at, double back) implements Fault {}

    /** Again and again nobody reaches the node for a while; its meetings go on. */
    record Flapping(int node, double at, double until, double off, double on) implements Fault {}

    /** Something else takes a part of the node's strength. */
    record Slow(int node, double at, double until, double strength) implements Fault {}

    /** The node is there from this time on only. */
    record Joins(int node, double at) implements Fault {}
}
