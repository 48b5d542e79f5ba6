package dev.b3lb.check;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine that this server runs on, as far as it is cheap to ask. */
final class MachineChecks {

    private static final double FULL = 0.9;
    private static final long LEAST_DISK = 512L << 20;

    private MachineChecks() {}

    /** What was left in memory after the last collection; what is to be collected does not count. */
    static Finding memory() {
        long most = Runtime.getRuntime().maxMemory();
        long left = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        return memory(left, most);
    }

    static Finding memory(long left, long most) {
        String words =
                mebibytes(left) + " of " + mebibytes(most) + " MiB of memory were in use after the last collection.";
        return left <= FULL * most
                ? Finding.good("memory", words)
                : Finding.bad("memory", words + " Give the server more memory (-Xmx in JAVA_OPTS).");
    }

    /** The disk that this server keeps its own files on. */
    static Finding disk(Path directory) {
        try {
            FileStore store = Files.getFileStore(directory);
            return disk(directory, store.getUsableSpace());
        } catch (IOException | SecurityException unreadable) {
            return Finding.bad("disk", directory + " cannot be looked at: " + unreadable.getMessage());
        }
    }

    static Finding disk(Path directory, long free) {
        String words = mebibytes(free) + " MiB are free at " + directory + ".";
        return free >= LEAST_DISK ? Finding.good("disk", words) : Finding.bad("disk", words + " Make room there.");
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }
}
