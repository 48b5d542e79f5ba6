package dev.b3lb.node;

import dev.b3lb.bbb.ChecksumAlgorithm;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** Nodes of one kind, which share the factors of the load formula and the hash of their checksums. */
@Entity
public class Cluster {

    @Id
    private UUID id;

    @Version
    private int version;

    @NotBlank(message = "a cluster needs a name")
    @Size(max = 100, message = "a cluster's name has at most {max} characters")
    @Pattern(
            regexp = "[^,]*",
            message = "a cluster's name has no comma, since lists of clusters are written with commas")
    private String name;

    @NotNull
    private String description = "";

    @PositiveOrZero(message = "node-capacity is a number of attendees, or 0 when it is not known")
    @Column(name = "node_capacity")
    private int nodeCapacity;

    @PositiveOrZero(message = "attendee-factor is 0 or more")
    @Column(name = "attendee_factor")
    private double attendeeFactor = 1;

    @PositiveOrZero(message = "meeting-factor is 0 or more")
    @Column(name = "meeting_factor")
    private double meetingFactor = 30;

    @PositiveOrZero(message = "cpu-order is from 0 to 100; 0 leaves the CPU out")
    @Max(value = 100, message = "cpu-order is from 0 to 100; 0 leaves the CPU out")
    @Column(name = "cpu_order")
    private int cpuOrder = 6;

    @PositiveOrZero(message = "cpu-max is 0 or more")
    @Column(name = "cpu_max")
    private int cpuMax = 5000;

    @NotNull
    @Enumerated(EnumType.STRING)
    @Column(name = "checksum_hash")
    private ChecksumAlgorithm checksumHash = ChecksumAlgorithm.SHA256;

    /** For JPA. */
    protected Cluster() {}

    /** A cluster with the factors of B3LB. */
    public Cluster(UUID id, String name) {
        this.id = id;
        this.name = name;
    }

    /** How often it has been changed; tells whether somebody else has changed it meanwhile. */
    public int getVersion() {
        return version;
    }

    public UUID getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    /** @param name another name, which must be free */
    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    /** @param description free text for operators */
    public void setDescription(String description) {
        this.description = description;
    }

    public int getNodeCapacity() {
        return nodeCapacity;
    }

    /** @param attendees how many a node can serve that has no capacity of its own; 0 if unknown */
    public void setNodeCapacity(int attendees) {
        this.nodeCapacity = attendees;
    }

    public double getAttendeeFactor() {
        return attendeeFactor;
    }

    /** @param factor load of one attendee */
    public void setAttendeeFactor(double factor) {
        this.attendeeFactor = factor;
    }

    public double getMeetingFactor() {
        return meetingFactor;
    }

    /** @param factor load of one meeting, however many are in it */
    public void setMeetingFactor(double factor) {
        this.meetingFactor = factor;
    }

    public int getCpuOrder() {
        return cpuOrder;
    }

    /** @param order order of the polynomial over the CPU's utilisation; 0 leaves the CPU out */
    public void setCpuOrder(int order) {
        this.cpuOrder = order;
    }

    public int getCpuMax() {
        return cpuMax;
    }

    /** @param load load of a CPU that is used up */
    public void setCpuMax(int load) {
        this.cpuMax = load;
    }

    public ChecksumAlgorithm getChecksumHash() {
        return checksumHash;
    }

    /** @param hash what calls to the nodes are signed with */
    public void setChecksumHash(ChecksumAlgorithm hash) {
        this.checksumHash = hash;
    }
}
