package dev.b3lb.node;

import dev.b3lb.bbb.ChecksumAlgorithm;
import java.util.UUID;

/**
 * What a cluster's nodes have in common.
 *
 * @param id the cluster's id
 * @param name the cluster's name
 * @param nodeCapacity attendees that a node can serve which has no capacity of its own; 0 if unknown
 * @param attendeeFactor load of one attendee
 * @param meetingFactor load of one meeting
 * @param cpuOrder order of the polynomial over the CPU's utilisation, 0 for none
 * @param cpuMax load of a CPU that is used up
 * @param checksumHash what calls to the nodes are signed with
 */
public record ClusterFactors(
        UUID id,
        String name,
        int nodeCapacity,
        double attendeeFactor,
        double meetingFactor,
        int cpuOrder,
        int cpuMax,
        ChecksumAlgorithm checksumHash) {}
