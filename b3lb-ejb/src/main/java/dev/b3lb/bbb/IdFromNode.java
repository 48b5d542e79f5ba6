package dev.b3lb.bbb;

/**
 * Ids in nodes' answers. BBB makes ids of 54 to 100 characters and takes clients' ids up to 256; anything longer is no
 * id, and would be too long for an index of the database.
 */
public final class IdFromNode {

    private static final int LONGEST = 300;

    private IdFromNode() {}

    /** The id without white space around it; empty when it is too long to be one. */
    public static String of(String text) {
        String id = text.strip();
        return id.length() > LONGEST ? "" : id;
    }
}
