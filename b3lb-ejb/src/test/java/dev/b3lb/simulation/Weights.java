package dev.b3lb.simulation;

import java.util.function.ToDoubleFunction;

/** What an operator has set as the nodes' multipliers. */
enum Weights {
    /** 1 everywhere, as it is when nobody has set anything. */
    NONE(node -> 1),
    /** A node that can serve half as much counts double. */
    OF_CAPACITY(node -> 300.0 / node.seats());

    private final ToDoubleFunction<SimNode> multiplier;

    Weights(ToDoubleFunction<SimNode> multiplier) {
        this.multiplier = multiplier;
    }

    double of(SimNode node) {
        return multiplier.applyAsDouble(node);
    }
}
