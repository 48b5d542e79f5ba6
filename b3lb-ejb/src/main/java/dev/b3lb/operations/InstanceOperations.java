package dev.b3lb.operations;

import static jakarta.json.stream.JsonCollectors.toJsonArray;

import dev.b3lb.instance.Instance;
import dev.b3lb.instance.Instances;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which servers are up. */
@ApplicationScoped
public class InstanceOperations implements OperationGroup {

    private final Instances instances;

    @Inject
    InstanceOperations(Instances instances) {
        this.instances = instances;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of("instances", this::instances);
    }

    private JsonValue instances(OperationCall call) {
        Optional<String> name = call.arguments().optional("name");
        List<Instance> found = instances.named(name);
        if (found.isEmpty() && name.isPresent()) {
            throw RefusedException.absent(
                    "No server " + name.get() + " was up within the last hour; instances lists all.");
        }
        return found.stream().map(instance -> (JsonValue) json(instance)).collect(toJsonArray());
    }

    private static JsonObject json(Instance instance) {
        return Json.createObjectBuilder()
                .add("name", instance.name())
                .add("state", instance.up() ? "up" : "away")
                .add("version", instance.version())
                .add("roles", Json.createArrayBuilder(instance.roles()))
                .add("since", instance.startedAt().toString())
                .add("last-seen", instance.seenAt().toString())
                .add("configuration-version", instance.configurationVersion())
                .add("polled-nodes", instance.polledNodes())
                .add("polls-under-way", instance.pollsUnderWay())
                .add("callbacks-under-way", instance.callbacksUnderWay())
                .add("open-meetings", instance.openMeetings())
                .add("jobs", Json.createArrayBuilder(instance.jobs()))
                .build();
    }
}
