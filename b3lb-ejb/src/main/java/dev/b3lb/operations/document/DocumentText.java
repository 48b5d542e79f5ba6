package dev.b3lb.operations.document;

import static jakarta.json.stream.JsonCollectors.toJsonArray;

import dev.b3lb.operations.RefusedException;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Documents as text: YAML 1.2, of which JSON is a part. */
public final class DocumentText {

    private DocumentText() {}

    static String json(JsonObject document) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.writeObject(document);
        }
        return text.toString().strip() + "\n";
    }

    /** Writes YAML, a line for each field. */
    public static String yaml(JsonObject document) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSplitLines(false)
                .build();
        return new Dump(settings).dumpToString(plain(document));
    }

    private static Object plain(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                value.asJsonObject().forEach((name, field) -> map.put(name, plain(field)));
                yield map;
            }
            // A list of its own for each, since one that is used twice would become an anchor and a reference to it
            case ARRAY ->
                value.asJsonArray().stream().map(DocumentText::plain).collect(Collectors.toCollection(ArrayList::new));
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> number((JsonNumber) value);
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
        };
    }

    private static Object number(JsonNumber number) {
        return number.isIntegral() ? (Object) number.bigIntegerValueExact() : (Object) number.doubleValue();
    }

    /**
     * Reads YAML or JSON.
     *
     * @throws RefusedException when it is neither, or no object; the sentence tells the line and repeats nothing of the
     *     text, which may hold secrets
     */
    static JsonObject read(byte[] text) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Math.max(1, text.length))
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            Object read = new Load(settings).loadFromString(decoded(text));
            if (read instanceof Map<?, ?> document) {
                return json(document).asJsonObject();
            }
            throw new RefusedException("The document must be an object, as export makes it; nothing was changed.");
        } catch (MarkedYamlEngineException unreadable) {
            String line = unreadable
                    .getProblemMark()
                    .map(mark -> " in line " + (mark.getLine() + 1))
                    .orElse("");
            throw new RefusedException("The document is neither YAML nor JSON" + line + "; nothing was changed.");
        } catch (YamlEngineException | StackOverflowError unreadable) { // the reader calls itself for each level
            throw new RefusedException("The document is neither YAML nor JSON; nothing was changed.");
        }
    }

    private static String decoded(byte[] text) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
        } catch (CharacterCodingException otherwise) {
            throw new RefusedException("The document is not in UTF-8; nothing was changed.");
        }
    }

    private static JsonValue json(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof Map<?, ?> map) {
            var object = Json.createObjectBuilder();
            map.forEach((name, field) -> object.add(String.valueOf(name), json(field)));
            return object.build();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(DocumentText::json).collect(toJsonArray());
        }
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return value instanceof Number number && isFinite(number)
                ? Json.createValue(new BigDecimal(number.toString()))
                : Json.createValue(String.valueOf(value));
    }

    private static boolean isFinite(Number number) {
        return Double.isFinite(number.doubleValue());
    }
}
