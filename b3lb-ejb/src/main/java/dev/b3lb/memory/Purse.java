package dev.b3lb.memory;

import java.util.HashMap;
import java.util.Map;

/**
 * A number of bytes that many may take from and have to give back. Nobody waits: what is not there is refused. Safe for
 * use by several threads.
 */
public final class Purse {

    private final long most;
    private final long mostOfOwner;
    private final Map<Object, Long> ofOwners = new HashMap<>();
    private long used;

    /**
     * @param most bytes of all owners together
     * @param mostOfOwner bytes of one owner
     */
    public Purse(long most, long mostOfOwner) {
        this.most = most;
        this.mostOfOwner = mostOfOwner;
    }

    /** How many bytes it has in all. */
    public long most() {
        return most;
    }

    /** How many bytes are taken at the moment. */
    public synchronized long used() {
        return used;
    }

    /**
     * A share with nothing in it yet.
     *
     * @param owner on whose account it goes; owners that are equal are the same
     */
    public Share open(Object owner) {
        return new Share(this, owner, mostOfOwner);
    }

    /** A share of somebody who is not known apart from others, and who is held to the whole only. */
    public Share open() {
        return new Share(this, this, most);
    }

    synchronized boolean take(Object owner, long bytes, long mostOfThisOwner) {
        long before = ofOwners.getOrDefault(owner, 0L);
        if (bytes > most - used || bytes > mostOfThisOwner - before) {
            return false;
        }
        used += bytes;
        ofOwners.put(owner, before + bytes);
        return true;
    }

    synchronized void give(Object owner, long bytes) {
        used -= bytes;
        ofOwners.computeIfPresent(owner, (same, before) -> before > bytes ? before - bytes : null);
    }
}
