package dev.b3lb.metrics;

import dev.b3lb.tally.Tally;
import dev.b3lb.tenant.Limits;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The families that are about secrets and tenants. */
final class SecretFamilies {

    private static final List<Family<SecretRow>> FAMILIES = List.of(
            now("b3lb_attendees", "People in meetings, each in one meeting only", Figures::participants),
            now("b3lb_listeners", "People who only listen", Figures::listeners),
            now("b3lb_voices", "People with a microphone", Figures::voiceParticipants),
            now("b3lb_videos", "Webcams that are on", Figures::videos),
            now("b3lb_meetings", "Meetings that go on, breakout rooms included", Figures::meetings),
            ever("b3lb_attendees_joined", "Joins that were answered with a way to the meeting", Tally::attendeesJoined),
            ever("b3lb_meetings_created", "Meetings that a node has begun", Tally::meetingsCreated),
            ever("b3lb_attendee_limit_hits", "Creates that a limit of attendees refused", Tally::attendeeLimitHits),
            ever("b3lb_meeting_limit_hits", "Creates that a limit of meetings refused", Tally::meetingLimitHits),
            nearest("b3lb_attendee_limit", "Limit of attendees that is met first; left out if none", Limits::attendees),
            nearest("b3lb_meeting_limit", "Limit of meetings that is met first; left out if none", Limits::meetings),
            limit(
                    "b3lb_secret_attendee_limit",
                    "The secret's limit of attendees, 0 for none",
                    SecretRow::own,
                    Limits::attendees),
            limit(
                    "b3lb_secret_meeting_limit",
                    "The secret's limit of meetings, 0 for none",
                    SecretRow::own,
                    Limits::meetings),
            limit(
                    "b3lb_tenant_attendee_limit",
                    "The tenant's limit of attendees, 0 for none",
                    SecretRow::tenants,
                    Limits::attendees),
            limit(
                    "b3lb_tenant_meeting_limit",
                    "The tenant's limit of meetings, 0 for none",
                    SecretRow::tenants,
                    Limits::meetings));

    private static final MetricMetadata DURATION = new MetricMetadata(
            "b3lb_meeting_duration_seconds", "Meetings that are over and took less than twelve hours, and how long");

    private SecretFamilies() {}

    private static Family<SecretRow> now(String name, String help, ToDoubleFunction<Figures> value) {
        return Family.gauge(name, help, row -> row.figures().map(value::applyAsDouble));
    }

    private static Family<SecretRow> ever(String name, String help, ToDoubleFunction<Tally> value) {
        return Family.counter(name, help, row -> row.tally().map(value::applyAsDouble));
    }

    private static Family<SecretRow> nearest(String name, String help, ToDoubleFunction<Limits> value) {
        return Family.gauge(
                name, help, row -> row.nearest().map(value::applyAsDouble).filter(limit -> limit > 0));
    }

    private static Family<SecretRow> limit(
            String name, String help, Function<SecretRow, Optional<Limits>> whose, ToDoubleFunction<Limits> value) {
        return Family.gauge(name, help, row -> whose.apply(row).map(value::applyAsDouble));
    }

    /** All families that have anything to tell. */
    static Stream<MetricSnapshot> of(List<SecretRow> rows) {
        Stream<MetricSnapshot> families = FAMILIES.stream()
                .map(family -> family.of(rows, SecretRow::labels))
                .flatMap(Optional::stream);
        return Stream.concat(families, durations(rows).stream());
    }

    private static Optional<MetricSnapshot> durations(List<SecretRow> rows) {
        List<SummaryDataPointSnapshot> points = rows.stream()
                .flatMap(row -> row.tally().map(tally -> duration(row, tally)).stream())
                .toList();
        return points.isEmpty() ? Optional.empty() : Optional.of(new SummarySnapshot(DURATION, points));
    }

    private static SummaryDataPointSnapshot duration(SecretRow row, Tally tally) {
        return new SummaryDataPointSnapshot(
                tally.meetingsEnded(), tally.meetingSeconds(), Quantiles.EMPTY, row.labels(), Exemplars.EMPTY, 0);
    }
}
