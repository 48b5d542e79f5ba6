package dev.b3lb.simulation;

import java.util.OptionalInt;

/**
 * A create as it reaches a server.
 *
 * @param demand what it is for; a chooser that is not told the truth may look at the room only
 * @param server which of the servers it reaches
 * @param hint what it says about the size, if choosers are told
 * @param dies whether the server dies after it has reserved a node
 */
record Create(Demand demand, int server, OptionalInt hint, boolean dies) {}
