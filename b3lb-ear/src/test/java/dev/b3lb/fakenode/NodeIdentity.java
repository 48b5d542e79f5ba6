package dev.b3lb.fakenode;

import java.util.function.Supplier;

/**
 * How a node speaks of itself.
 *
 * @param label what its pages call it
 * @param bbbVersion the version that it reveals; BBB reveals none by default
 * @param address gives scheme, host and port, known once it listens
 */
record NodeIdentity(String label, String bbbVersion, Supplier<String> address) {

    /** Scheme, host and port, without a slash at the end. */
    String origin() {
        return address.get();
    }
}
