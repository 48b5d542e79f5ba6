package dev.b3lb.tenant;

import dev.b3lb.node.ClusterGroup;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** A customer, who sees one large BBB server of its own. */
@Entity
public class Tenant {

    @Id
    private UUID id;

    @Version
    private int version;

    @NotNull
    @Pattern(
            regexp = "[A-Z][A-Z0-9]{1,9}",
            message = "a tenant's slug has 2 to 10 letters and digits and begins with a letter")
    private String slug;

    @NotNull
    @Size(max = 256, message = "a tenant's description has at most {max} characters")
    private String description = "";

    @NotNull
    @Column(name = "stats_token")
    private UUID statsToken;

    @NotNull
    @ManyToOne(optional = false, fetch = FetchType.LAZY) // lists of secrets have no use for it
    @JoinColumn(name = "cluster_group_id")
    private ClusterGroup clusterGroup;

    @PositiveOrZero(message = "attendee-limit is 0 (no limit) or more")
    @Column(name = "attendee_limit")
    private int attendeeLimit;

    @PositiveOrZero(message = "meeting-limit is 0 (no limit) or more")
    @Column(name = "meeting_limit")
    private int meetingLimit;

    @Column(name = "recording_enabled")
    private boolean recordingEnabled;

    @Column(name = "record_by_default")
    private boolean recordByDefault;

    @PositiveOrZero(message = "record-hold-days is 0 (for ever) or more")
    @Column(name = "record_hold_days")
    private int recordHoldDays = 14;

    /** For JPA. */
    protected Tenant() {}

    /**
     * A tenant without limits and recordings.
     *
     * @param statsToken what the tenant reads its statistics with
     */
    public Tenant(UUID id, String slug, UUID statsToken, ClusterGroup clusterGroup) {
        this.id = id;
        this.slug = slug;
        this.statsToken = statsToken;
        this.clusterGroup = clusterGroup;
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

    public String getDescription() {
        return description;
    }

    /** @param description free text for operators */
    public void setDescription(String description) {
        this.description = description;
    }

    public UUID getStatsToken() {
        return statsToken;
    }

    /** @param token what the tenant reads its statistics with; the one before is no longer valid */
    public void setStatsToken(UUID token) {
        this.statsToken = token;
    }

    public ClusterGroup getClusterGroup() {
        return clusterGroup;
    }

    /** @param group where the tenant's new meetings may be placed; those that go on stay where they are */
    public void setClusterGroup(ClusterGroup group) {
        this.clusterGroup = group;
    }

    public int getAttendeeLimit() {
        return attendeeLimit;
    }

    /** @param limit attendees at the same time, 0 for no limit */
    public void setAttendeeLimit(int limit) {
        this.attendeeLimit = limit;
    }

    public int getMeetingLimit() {
        return meetingLimit;
    }

    /** @param limit meetings at the same time, 0 for no limit */
    public void setMeetingLimit(int limit) {
        this.meetingLimit = limit;
    }

    public boolean isRecordingEnabled() {
        return recordingEnabled;
    }

    /** @param enabled whether meetings may be recorded */
    public void setRecordingEnabled(boolean enabled) {
        this.recordingEnabled = enabled;
    }

    public boolean isRecordByDefault() {
        return recordByDefault;
    }

    /** @param byDefault whether a create that does not say asks for a recording */
    public void setRecordByDefault(boolean byDefault) {
        this.recordByDefault = byDefault;
    }

    public int getRecordHoldDays() {
        return recordHoldDays;
    }

    /** @param days how long recordings are kept, 0 for ever */
    public void setRecordHoldDays(int days) {
        this.recordHoldDays = days;
    }
}
