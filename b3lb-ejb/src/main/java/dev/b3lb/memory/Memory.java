package dev.b3lb.memory;

import java.util.EnumMap;
import java.util.Map;

/**
 * Counts every large thing in memory by what it is held for, and says no before the heap is in danger. Together the
 * parts are less than half of the heap; the rest is for caches with bounds of their own and for work.
 */
public final class Memory {

    private final Map<Use, Purse> purses = new EnumMap<>(Use.class);

    /** @param heap how large the heap may become, in bytes */
    public Memory(long heap) {
        for (Use use : Use.values()) {
            purses.put(use, new Purse(use.most(heap), use.mostOfOwner(heap)));
        }
    }

    /** The part for one use. */
    public Purse of(Use use) {
        return purses.get(use);
    }
}
