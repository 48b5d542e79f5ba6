package dev.b3lb.bbb;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A second, slow and simple reading of query strings, to compare with. */
final class ReferenceDecoding {

    private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9a-fA-F]{2})+");

    private ReferenceDecoding() {}

    static List<List<String>> pairs(String query) {
        List<List<String>> pairs = new ArrayList<>();
        for (String part : query.split("&", -1)) {
            String[] nameAndValue = part.split("=", 2);
            String name = decoded(nameAndValue[0]);
            String value = nameAndValue.length == 2 ? decoded(nameAndValue[1]) : "";
            if (!name.isEmpty()) {
                pairs.add(List.of(name, value));
            }
        }
        return pairs;
    }

    private static String decoded(String encoded) {
        return ESCAPES.matcher(encoded.replace('+', ' '))
                .replaceAll(run -> Matcher.quoteReplacement(decodedRun(run.group())));
    }

    private static String decodedRun(String escapes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < escapes.length(); i += 3) {
            bytes.write(Integer.parseInt(escapes.substring(i + 1, i + 3), 16));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
