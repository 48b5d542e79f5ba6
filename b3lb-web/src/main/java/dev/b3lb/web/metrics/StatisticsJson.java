package dev.b3lb.web.metrics;

import dev.b3lb.metrics.Figures;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;
import java.util.SortedMap;

/** Statistics as JSON, written as they are read, since those of all tenants are long. */
final class StatisticsJson {

    private StatisticsJson() {}

    /** Objects of {@link #writeServers}, by the tenant's slug. */
    static void writeTenants(
            SortedMap<String, SortedMap<String, SortedMap<String, Figures>>> tenants, OutputStream out) {
        JsonGenerator json = Json.createGenerator(out).writeStartObject();
        tenants.forEach((slug, servers) -> {
            json.writeStartObject(slug);
            members(servers, json);
            json.writeEnd();
        });
        json.writeEnd().flush();
    }

    /** Figures, by the front end's server name and its origin. */
    static void writeServers(SortedMap<String, SortedMap<String, Figures>> servers, OutputStream out) {
        JsonGenerator json = Json.createGenerator(out).writeStartObject();
        members(servers, json);
        json.writeEnd().flush();
    }

    private static void members(SortedMap<String, SortedMap<String, Figures>> servers, JsonGenerator json) {
        servers.forEach((server, origins) -> {
            json.writeStartObject(server);
            origins.forEach((origin, figures) -> {
                json.writeStartObject(origin);
                write(figures, json);
                json.writeEnd();
            });
            json.writeEnd();
        });
    }

    private static void write(Figures figures, JsonGenerator json) {
        json.write("participantCount", figures.participants())
                .write("listenerCount", figures.listeners())
                .write("voiceParticipantCount", figures.voiceParticipants())
                .write("moderatorCount", figures.moderators())
                .write("videoCount", figures.videos())
                .write("meetingCount", figures.meetings());
    }
}
