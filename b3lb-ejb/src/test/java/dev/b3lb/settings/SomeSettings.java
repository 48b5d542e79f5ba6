package dev.b3lb.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Settings for tests: what is required is set, everything else is as by default unless said otherwise. */
public final class SomeSettings {

    public static final String BASE_DOMAIN = "b3lb.example";

    private SomeSettings() {}

    /** Settings with some values that are not the default. */
    public static Settings with(String... namesAndValues) {
        Map<String, String> texts = new HashMap<>(Map.of("B3LB_API_BASE_DOMAIN", BASE_DOMAIN));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            texts.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Settings.read(name -> Optional.ofNullable(texts.get(name)));
    }
}
