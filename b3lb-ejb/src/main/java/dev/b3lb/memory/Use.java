package dev.b3lb.memory;

/** What large things are held for. Each has its part of the heap, so that none can take that of another. */
public enum Use {
    /** What somebody has sent who has not shown a secret yet; owners are networks. */
    STRANGERS(16, 4),

    /** What somebody has sent who has; owners are tenants, and administrators together. */
    BODIES(8, 2),

    /** Answers that several clients may be reading; owners are tenants. */
    ANSWERS(8, 2),

    /** What single clients have not fetched yet; owners are networks. */
    UNSENT(16, 4),

    /** Lists of meetings that nodes are sending. */
    LISTS(12, 1),

    /** Other answers that nodes are sending. */
    NODE_ANSWERS(32, 1);

    private final int partOfHeap;
    private final int partOfOwner;

    Use(int partOfHeap, int partOfOwner) {
        this.partOfHeap = partOfHeap;
        this.partOfOwner = partOfOwner;
    }

    /** How many bytes all together may take of a heap. */
    long most(long heap) {
        return heap / partOfHeap;
    }

    /** How many of these one owner may take. */
    long mostOfOwner(long heap) {
        return most(heap) / partOfOwner;
    }
}
