package dev.b3lb.polling;

import dev.b3lb.node.NodeHealth;
import java.util.UUID;

/**
 * The right to poll one node now. It ends with its lease, so that the node is polled again when the server dies.
 *
 * @param nodeId the node
 * @param lease what the poll's result is written under
 * @param startedAt when the poll was claimed, by the database's clock, as PostgreSQL writes it
 * @param health what polling has made of the node so far
 * @param orphans whether meetings of others are remembered of the node
 */
public record Claim(UUID nodeId, UUID lease, String startedAt, NodeHealth health, boolean orphans) {}
