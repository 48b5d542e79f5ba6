package dev.b3lb.instance;

import dev.b3lb.callback.CallbackDelivery;
import dev.b3lb.configuration.Configurations;
import dev.b3lb.meeting.OpenMeetings;
import dev.b3lb.polling.PolledNodes;
import dev.b3lb.polling.Polling;
import dev.b3lb.server.ServerStatus;
import dev.b3lb.settings.Role;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Tells the database that this server is up, and what it does. */
@ApplicationScoped
public class Heartbeat {

    /** How long a server that is gone is shown. */
    static final Duration KEPT = Duration.ofHours(1);

    /** One of the same name that is gone has been started again as this one. */
    private static final String BEAT = """
            with forgotten as (
                delete from instance
                where id <> :id and (seen_at < now() - :kept * interval '1 second'
                                     or name = :name and seen_at < now() - interval '6 seconds'))
            insert into instance (id, name, version, roles, configuration_version, polled_nodes, polls_under_way,
                                  callbacks_under_way, open_meetings, jobs)
            values (:id, :name, :version, :roles, :configuration, :polledNodes, :polls, :callbacks, :openMeetings, :jobs)
            on conflict (id) do update
            set seen_at = now(), configuration_version = excluded.configuration_version,
                polled_nodes = excluded.polled_nodes, polls_under_way = excluded.polls_under_way,
                callbacks_under_way = excluded.callbacks_under_way, open_meetings = excluded.open_meetings,
                jobs = excluded.jobs""";

    private final UUID id = UUID.randomUUID();
    private final Jdbi jdbi;
    private final ServerStatus status;
    private final Settings settings;
    private final Configurations configurations;
    private final OpenMeetings openMeetings;
    private final Polling polling;
    private final PolledNodes polledNodes;
    private final CallbackDelivery delivery;
    private final RunningJobs jobs;

    @Inject
    Heartbeat(
            Jdbi jdbi,
            ServerStatus status,
            Settings settings,
            Configurations configurations,
            OpenMeetings openMeetings,
            Polling polling,
            PolledNodes polledNodes,
            CallbackDelivery delivery,
            RunningJobs jobs) {
        this.jdbi = jdbi;
        this.status = status;
        this.settings = settings;
        this.configurations = configurations;
        this.openMeetings = openMeetings;
        this.polling = polling;
        this.polledNodes = polledNodes;
        this.delivery = delivery;
        this.jobs = jobs;
    }

    /** Tells it now, in one statement, and forgets servers that are gone for long. */
    void beat() {
        jdbi.useHandle(handle -> handle.createUpdate(BEAT)
                .bind("id", id)
                .bind("kept", KEPT.toSeconds())
                .bind("name", status.name())
                .bind("version", status.version())
                .bindArray("roles", String.class, texts(roles()))
                .bind("configuration", configurations.current().version())
                .bind("polledNodes", polledNodes.within(settings.get(Settings.POLL_INTERVAL)))
                .bind("polls", polling.underWay())
                .bind("callbacks", delivery.underWay())
                .bind("openMeetings", openMeetings.count())
                .bindArray("jobs", String.class, texts(jobs.names()))
                .execute());
    }

    private List<String> roles() {
        return settings.get(Settings.ROLES).stream()
                .map(Role::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static Object[] texts(Collection<String> values) {
        return values.toArray();
    }
}
