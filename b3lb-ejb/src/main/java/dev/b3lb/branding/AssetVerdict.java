package dev.b3lb.branding;

/** Whether a file may be what it is meant for. */
public sealed interface AssetVerdict {

    /**
     * It may.
     *
     * @param mediaType its type as browsers know it
     */
    record Fine(String mediaType) implements AssetVerdict {}

    /**
     * It may not.
     *
     * @param sentence why, and what is allowed
     */
    record Refused(String sentence) implements AssetVerdict {}
}
