package dev.b3lb.meeting;

import dev.b3lb.node.Node;
import dev.b3lb.tenant.Secret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * A meeting's row as lists and filters see it. It is written by {@link MeetingStore} and by polling only, in
 * statements over many rows, so this view of it cannot be changed.
 */
@Entity
@Immutable
public class Meeting {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "secret_id")
    private Secret secret;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "node_id")
    private Node node;

    @Column(name = "meeting_id")
    private String meetingId;

    @Enumerated(EnumType.STRING)
    private MeetingState state;

    @Column(name = "internal_meeting_id")
    private String internalMeetingId;

    @Column(name = "create_time")
    private Long createTime;

    @Column(name = "voice_bridge")
    private String voiceBridge;

    private String name;

    @Column(name = "created_at")
    private Instant createdAt;

    private int attendees;

    private int listeners;

    private int voices;

    private int videos;

    private int moderators;

    private String origin;

    @Column(name = "origin_server_name")
    private String originServerName;

    /** For JPA. */
    protected Meeting() {}
}
