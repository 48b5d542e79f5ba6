package dev.b3lb.branding;

import java.time.Instant;

/**
 * A tenant's file without its content.
 *
 * @param kind what it is for
 * @param fileName the name to show, with its ending
 * @param mediaType its type as browsers know it
 * @param size in bytes
 * @param digest SHA-256 of the content in hex
 * @param changedAt when it was stored, by the database's clock
 * @param version how often it has been replaced
 */
public record AssetFile(
        AssetKind kind, String fileName, String mediaType, int size, String digest, Instant changedAt, int version) {}
