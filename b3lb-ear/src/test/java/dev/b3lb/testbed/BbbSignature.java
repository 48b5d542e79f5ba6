package dev.b3lb.testbed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/** How a BBB client signs: hash(call + raw query + secret), appended as the last parameter. */
public final class BbbSignature {

    private final String algorithm;
    private final String secret;

    /** @param algorithm SHA-1, SHA-256, SHA-384 or SHA-512 */
    public BbbSignature(String algorithm, String secret) {
        this.algorithm = algorithm;
        this.secret = secret;
    }

    /** The parameters as a query string, encoded as forms are. */
    public static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The query with its checksum. */
    public String sign(String call, String rawQuery) {
        return rawQuery + (rawQuery.isEmpty() ? "" : "&") + "checksum=" + checksum(call, rawQuery);
    }

    /** The checksum over a call's name and its query as it stands. */
    public String checksum(String call, String rawQuery) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] hash = digest.digest((call + rawQuery + secret).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("There is no hash called " + algorithm + ".", e);
        }
    }

    @Override
    public String toString() {
        return "BbbSignature[" + algorithm + "]";
    }
}
