package dev.b3lb.bbb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A second reading of how requests are signed, slow and without any cleverness, to compare with. It knows texts only
 * and uses nothing of what it is compared with.
 *
 * @param secrets that are valid for the caller
 * @param hashes that are allowed: {@code SHA1}, {@code SHA256}, {@code SHA384}, {@code SHA512}
 * @param unsignedBodies whether a form may come with a checksum over nothing
 */
record ReferenceVerification(List<String> secrets, Set<String> hashes, boolean unsignedBodies) {

    private static final String WRONG = "Checksums do not match";
    private static final String MISSING = "You must provide the checksum";
    private static final String WRONG_OR_MISSING_WITH_RECORDINGS = "You did not pass the checksum security check";

    private static final String UNESCAPED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.*_-";

    private static final Map<Integer, String> HASH_BY_LENGTH =
            Map.of(40, "SHA-1", 64, "SHA-256", 96, "SHA-384", 128, "SHA-512");

    /** What calls about recordings demand before anybody looks whether the checksum is right. */
    private static final Map<String, List<String>> DEMANDED = Map.of(
            "publishRecordings", List.of("recordID", "publish"),
            "deleteRecordings", List.of("recordID"),
            "updateRecordings", List.of("recordID"),
            "getRecordingTextTracks", List.of("recordID"),
            "putRecordingTextTrack", List.of("recordID", "kind", "lang"));

    /**
     * What is to become of a request.
     *
     * @param refusal the message of a refusal, empty when the request is taken
     * @param parameters those that count, as names and values
     */
    record Judgement(Optional<String> refusal, List<List<String>> parameters) {

        boolean taken() {
            return refusal.isEmpty();
        }

        private static Judgement refused(String message) {
            return new Judgement(Optional.of(message), List.of());
        }
    }

    /**
     * Judges a request.
     *
     * @param rawForm empty when there is no form
     */
    Judgement judge(String call, String rawQuery, String rawForm) {
        boolean recordings = call.contains("Recording");
        String query = cleaned(rawQuery);
        String form = cleaned(rawForm);
        List<String> checksums = new ArrayList<>(checksums(query));
        checksums.addAll(checksums(form));
        if (checksums.size() > 1) {
            return Judgement.refused(WRONG);
        }
        if (checksums.isEmpty() || checksums.get(0).isEmpty()) {
            return Judgement.refused(recordings ? WRONG_OR_MISSING_WITH_RECORDINGS : MISSING);
        }
        boolean formCounts = others(query).isEmpty() && !others(form).isEmpty();
        List<List<String>> counting = formCounts ? others(form) : others(query);
        for (String demanded : DEMANDED.getOrDefault(call, List.of())) {
            if (valueOf(demanded, counting).isEmpty()) {
                return Judgement.refused(absent(call, demanded));
            }
        }
        for (String text : formCounts ? signedOfForm(query, form) : List.of(withoutChecksum(query))) {
            if (isOver(call + text, checksums.get(0)) && !holdsTwice(query) && !holdsTwice(form)) {
                return new Judgement(Optional.empty(), counting);
            }
        }
        return Judgement.refused(recordings ? WRONG_OR_MISSING_WITH_RECORDINGS : WRONG);
    }

    private static String valueOf(String name, List<List<String>> pairs) {
        return pairs.stream()
                .filter(pair -> pair.get(0).equals(name))
                .map(pair -> cleaned(pair.get(1)))
                .findFirst()
                .orElse("");
    }

    private static String absent(String call, String name) {
        if (call.contains("TextTrack")) {
            return "Missing param " + name + ".";
        }
        return name.equals("recordID")
                ? "You must specify a recordID."
                : "You must specify a publish value true or false.";
    }

    private List<String> signedOfForm(String query, String form) {
        return unsignedBodies
                ? List.of(withoutChecksum(form), sorted(others(form)), withoutChecksum(query))
                : List.of(withoutChecksum(form), sorted(others(form)));
    }

    private boolean isOver(String callAndText, String checksum) {
        String hash = HASH_BY_LENGTH.get(checksum.length());
        return hash != null
                && hashes.contains(hash.replace("-", ""))
                && secrets.stream()
                        .filter(secret -> !secret.isBlank())
                        .anyMatch(secret -> hashed(hash, callAndText + secret).equalsIgnoreCase(checksum));
    }

    static String hashed(String hash, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(hash).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** No control characters, no space at the ends. */
    static String cleaned(String text) {
        return text.replaceAll("\\p{Cc}", "").replaceAll("^ +| +$", "");
    }

    private static List<String> checksums(String text) {
        return ReferenceDecoding.pairs(text).stream()
                .filter(pair -> pair.get(0).equals("checksum"))
                .map(pair -> cleaned(pair.get(1)))
                .toList();
    }

    private static List<List<String>> others(String text) {
        return ReferenceDecoding.pairs(text).stream()
                .filter(pair -> !pair.get(0).equals("checksum"))
                .toList();
    }

    /** What of a raw text a checksum that stands in it covers. */
    static String signedPart(String raw) {
        return withoutChecksum(cleaned(raw));
    }

    private static String withoutChecksum(String text) {
        if (checksums(text).isEmpty()) {
            return text;
        }
        String checksum = Pattern.quote("checksum=" + checksums(text).get(0));
        return text.replaceAll("&" + checksum, "")
                .replaceAll(checksum + "&", "")
                .replaceAll(checksum, "");
    }

    /** Taking out one of two would let a forger cut a signed text into other parameters. */
    private static boolean holdsTwice(String text) {
        return checksums(text).stream()
                .anyMatch(checksum -> text.split(Pattern.quote("checksum=" + checksum), -1).length > 2);
    }

    /**
     * Names in ascending order, equal ones as they came, all encoded as forms are. BBB leaves names as they are; here
     * they are encoded too, so that one strange name does not stand for several parameters.
     */
    static String sorted(List<List<String>> pairs) {
        Map<String, List<String>> byName = new TreeMap<>();
        for (List<String> pair : pairs) {
            byName.computeIfAbsent(pair.get(0), name -> new ArrayList<>()).add(encoded(pair.get(1)));
        }
        List<String> parts = new ArrayList<>();
        byName.forEach((name, values) -> values.forEach(value -> parts.add(encoded(name) + "=" + value)));
        return String.join("&", parts);
    }

    /** Letters, digits and four signs stay, a space is a plus, all else is escaped in upper case. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b == ' ') {
                encoded.append('+');
            } else if (UNESCAPED.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return encoded.toString();
    }
}
