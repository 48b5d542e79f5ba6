package dev.b3lb.management;

import java.util.List;

/**
 * Operations that are about the same things.
 *
 * @param title what they are about, for people
 * @param operations the operations in the order in which they are listed
 * @param collections what the REST API makes of them beside the operations themselves
 */
public record Chapter(String title, List<Operation> operations, List<Collection> collections) {

    /** Keeps its own copies of the lists. */
    public Chapter {
        operations = List.copyOf(operations);
        collections = List.copyOf(collections);
    }
}
