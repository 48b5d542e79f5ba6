package dev.b3lb.fakenode;

import java.util.Optional;

/**
 * A presentation that a node was given.
 *
 * @param fileName its name, empty if none was given
 * @param url where the node would fetch it; empty when it came along
 * @param size bytes that came along, 0 with a URL
 * @param sha256 hash of these bytes in hex; empty with a URL
 */
public record PresentationDocument(String fileName, Optional<String> url, int size, Optional<String> sha256) {}
