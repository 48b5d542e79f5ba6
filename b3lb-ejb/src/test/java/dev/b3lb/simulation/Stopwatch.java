package dev.b3lb.simulation;

import java.util.function.Supplier;

/** How long choices take in real time. */
final class Stopwatch {

    private long nanos;
    private long number;

    <T> T time(Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        nanos += System.nanoTime() - start;
        number++;
        return result;
    }

    void add(Stopwatch other) {
        nanos += other.nanos;
        number += other.number;
    }

    /** NaN if there was nothing to time. */
    double perSecond() {
        return number == 0 ? Double.NaN : number * 1e9 / nanos;
    }
}
