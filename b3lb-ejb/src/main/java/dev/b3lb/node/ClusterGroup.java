package dev.b3lb.node;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** The clusters whose nodes a tenant may use. A cluster may be in several groups. */
@Entity
@Table(name = "cluster_group")
public class ClusterGroup {

    @Id
    private UUID id;

    @Version
    private int version;

    @NotBlank(message = "a cluster group needs a name")
    @Size(max = 100, message = "a cluster group's name has at most {max} characters")
    private String name;

    @NotNull
    @Size(max = 255, message = "a cluster group's description has at most {max} characters")
    private String description = "";

    @ManyToMany
    @JoinTable(
            name = "cluster_group_cluster",
            joinColumns = @JoinColumn(name = "cluster_group_id"),
            inverseJoinColumns = @JoinColumn(name = "cluster_id"))
    private Set<Cluster> clusters = new LinkedHashSet<>();

    /** For JPA. */
    protected ClusterGroup() {}

    /** A group of the given clusters. */
    public ClusterGroup(UUID id, String name, String description, Collection<Cluster> clusters) {
        this.id = id;
        this.name = name;
        this.description = description;
        this.clusters.addAll(clusters);
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

    public String getDescription() {
        return description;
    }

    /** @param name another name, which must be free */
    public void setName(String name) {
        this.name = name;
    }

    /** @param description free text for operators */
    public void setDescription(String description) {
        this.description = description;
    }

    public Set<Cluster> getClusters() {
        return Set.copyOf(clusters);
    }

    /** @param all the clusters that it has from now on */
    public void setClusters(Collection<Cluster> all) {
        clusters.retainAll(all);
        clusters.addAll(all);
    }
}
