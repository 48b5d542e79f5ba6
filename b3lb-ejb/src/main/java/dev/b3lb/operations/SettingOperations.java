package dev.b3lb.operations;

import static jakarta.json.stream.JsonCollectors.toJsonArray;

import dev.b3lb.settings.Setting;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What this server was set to. */
@ApplicationScoped
public class SettingOperations implements OperationGroup {

    private final Settings settings;

    @Inject
    SettingOperations(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of("settings", this::settings);
    }

    private JsonValue settings(OperationCall call) {
        Optional<String> name = call.arguments().optional("name");
        List<Setting<?>> wanted = Settings.ALL.stream()
                .filter(setting -> name.isEmpty() || setting.name().equals(name.get()))
                .toList();
        if (wanted.isEmpty()) {
            throw RefusedException.absent("There is no setting " + name.orElse("") + "; settings lists all.");
        }
        return wanted.stream().map(setting -> (JsonValue) json(setting)).collect(toJsonArray());
    }

    private JsonObject json(Setting<?> setting) {
        return Json.createObjectBuilder()
                .add("name", setting.name())
                .add("value", settings.shown(setting))
                .add("default", setting.defaultText().orElse(""))
                .add("set", settings.isGiven(setting))
                .add("text", setting.text())
                .build();
    }
}
