package dev.b3lb.node;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;

/** A BBB server as the operator describes it. What polling finds out about it is a {@link NodeState}. */
@Entity
public class Node {

    @Id
    private UUID id;

    @Version
    private int version;

    @NotNull
    @Pattern(
            regexp = "[A-Za-z0-9]([A-Za-z0-9.-]{0,98}[A-Za-z0-9])?",
            message =
                    "a slug has 1 to 100 letters, digits, dots and hyphens, and begins and ends with a letter or digit")
    private String slug;

    @NotNull
    @Pattern(regexp = "[A-Za-z0-9.-]{0,50}", message = "a domain has at most 50 letters, digits, dots and hyphens")
    private String domain = "";

    @Pattern(regexp = "https?", message = "protocol is http or https")
    private String protocol = "https";

    @Min(value = 1, message = "port is from 1 to 65535")
    @Max(value = 65535, message = "port is from 1 to 65535")
    private int port = 443;

    @Pattern(
            regexp = "https?://[^\\s?#@]+",
            message = "url is the BBB API's address, such as https://host/bigbluebutton/api/")
    @Column(name = "base_url")
    private String baseUrl;

    @NotBlank(message = "a node needs its BBB secret")
    private String secret;

    @NotNull
    @ManyToOne(optional = false)
    private Cluster cluster;

    @NotNull
    @Size(max = 100, message = "a tag has at most {max} characters")
    private String tag = "";

    @NotNull
    private String description = "";

    @Positive(message = "load-multiplier is greater than 0")
    @Column(name = "load_multiplier")
    private double loadMultiplier = 1;

    @PositiveOrZero(message = "capacity is a number of attendees")
    private Integer capacity;

    private boolean maintenance;

    @NotNull
    @Column(name = "maintenance_note")
    private String maintenanceNote = "";

    /** For JPA. */
    protected Node() {}

    /** A node that is reached by its name, with https on port 443, until something else is set. */
    public Node(UUID id, String slug, String secret, Cluster cluster) {
        this.id = id;
        this.slug = slug;
        this.secret = secret;
        this.cluster = cluster;
    }

    /** How often it has been changed; tells whether somebody else has changed it meanwhile. */
    public int getVersion() {
        return version;
    }

    public UUID getId() {
        return id;
    }

    public String getSlug() {
        return slug;
    }

    public Cluster getCluster() {
        return cluster;
    }

    /** @param cluster where the node's factors and hash come from */
    public void setCluster(Cluster cluster) {
        this.cluster = cluster;
    }

    public String getDomain() {
        return domain;
    }

    public String getProtocol() {
        return protocol;
    }

    public int getPort() {
        return port;
    }

    /** The address of the BBB API, if it is not made of slug, domain, protocol and port. */
    public Optional<String> getBaseUrl() {
        return Optional.ofNullable(baseUrl);
    }

    public String getSecret() {
        return secret;
    }

    public String getTag() {
        return tag;
    }

    public String getDescription() {
        return description;
    }

    public double getLoadMultiplier() {
        return loadMultiplier;
    }

    /** How many attendees the node can serve, if that is known. */
    public Optional<Integer> getCapacity() {
        return Optional.ofNullable(capacity);
    }

    public String getMaintenanceNote() {
        return maintenanceNote;
    }

    /** @param domain what follows the slug in the host name, or the whole host name when it begins with the slug */
    public void setDomain(String domain) {
        this.domain = domain;
    }

    /** @param protocol http or https */
    public void setProtocol(String protocol) {
        this.protocol = protocol;
    }

    /** @param port of the node's web server */
    public void setPort(int port) {
        this.port = port;
    }

    /** @param baseUrl address of the BBB API instead of slug, domain, protocol and port; empty takes it away */
    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl.isEmpty() ? null : baseUrl;
    }

    /** @param secret the BBB secret of the node */
    public void setSecret(String secret) {
        this.secret = secret;
    }

    /** @param tag what creates may steer to; empty for none */
    public void setTag(String tag) {
        this.tag = tag;
    }

    /** @param description free text for operators */
    public void setDescription(String description) {
        this.description = description;
    }

    /** @param multiplier what the load is multiplied with; more than 1 for a weak node */
    public void setLoadMultiplier(double multiplier) {
        this.loadMultiplier = multiplier;
    }

    /** @param capacity how many attendees the node can serve */
    public void setCapacity(int capacity) {
        this.capacity = capacity;
    }

    public boolean isMaintenance() {
        return maintenance;
    }

    /** Takes the node out of the choice for new meetings, or back in. */
    public void setMaintenance(boolean maintenance, String note) {
        this.maintenance = maintenance;
        this.maintenanceNote = note;
    }
}
