package dev.b3lb.tenant;

import dev.b3lb.bbb.SharedSecret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** One of a tenant's API secrets, told apart by its sub id. */
@Entity
public class Secret {

    @Id
    private UUID id;

    @Version
    private int version;

    @NotNull
    @ManyToOne(optional = false)
    private Tenant tenant;

    @Min(value = 0, message = "a sub id is from 0 to 999")
    @Max(value = 999, message = "a sub id is from 0 to 999")
    @Column(name = "sub_id")
    private int subId;

    @NotNull
    @Size(max = 256, message = "a secret's description has at most {max} characters")
    private String description = "";

    @NotNull
    @Pattern(
            regexp = SharedSecret.CHARACTER + "{32,128}",
            message = "a secret has 32 to 128 printable characters and no white space")
    private String secret;

    @NotNull
    @Pattern(
            regexp = "(" + SharedSecret.CHARACTER + "{32,128})?",
            message = "a second secret has 32 to 128 printable characters and no white space, or is empty")
    private String secret2;

    @PositiveOrZero(message = "attendee-limit is 0 (no limit) or more")
    @Column(name = "attendee_limit")
    private int attendeeLimit;

    @PositiveOrZero(message = "meeting-limit is 0 (no limit) or more")
    @Column(name = "meeting_limit")
    private int meetingLimit;

    @Column(name = "recording_enabled")
    private boolean recordingEnabled = true;

    @PositiveOrZero(message = "record-hold-days is 0 (for ever) or more")
    @Column(name = "record_hold_days")
    private int recordHoldDays = 14;

    /** For JPA. */
    protected Secret() {}

    /**
     * A secret without limits.
     *
     * @param secret what the tenant signs its calls with
     * @param secret2 a second one that is valid too, so that clients can move from one to the other
     */
    public Secret(UUID id, Tenant tenant, int subId, String secret, String secret2) {
        this.id = id;
        this.tenant = tenant;
        this.subId = subId;
        this.secret = secret;
        this.secret2 = secret2;
    }

    /** How often it has been changed; tells whether somebody else has changed it meanwhile. */
    public int getVersion() {
        return version;
    }

    public int getSubId() {
        return subId;
    }

    public UUID getId() {
        return id;
    }

    public Tenant getTenant() {
        return tenant;
    }

    public String getDescription() {
        return description;
    }

    /** @param description free text for operators */
    public void setDescription(String description) {
        this.description = description;
    }

    public String getSecret() {
        return secret;
    }

    /** @param secret what the tenant signs its calls with; the old one is no longer valid */
    public void setSecret(String secret) {
        this.secret = secret;
    }

    public String getSecret2() {
        return secret2;
    }

    /** @param secret2 a second one that is valid too, or empty for none */
    public void setSecret2(String secret2) {
        this.secret2 = secret2;
    }

    public boolean isRecordingEnabled() {
        return recordingEnabled;
    }

    /** @param enabled whether meetings of this secret may be recorded, if the tenant's may */
    public void setRecordingEnabled(boolean enabled) {
        this.recordingEnabled = enabled;
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

    public int getRecordHoldDays() {
        return recordHoldDays;
    }

    /** @param days how long recordings are kept, 0 for ever */
    public void setRecordHoldDays(int days) {
        this.recordHoldDays = days;
    }
}
