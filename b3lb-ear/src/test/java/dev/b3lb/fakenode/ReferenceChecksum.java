package dev.b3lb.fakenode;

import java.util.Set;

/**
 * BBB's checksum as its validation service computes it: {@code hex(hash(call + query without checksum + secret))} over
 * the query string as it stands on the wire. Written for itself, from the protocol, to be compared with the product's.
 */
public final class ReferenceChecksum {

    /** What became of a request's checksum. */
    public enum Verdict {
        /** The request carries none. */
        MISSING,
        /** It has a length or hash that is not allowed, does not fit, or stands there more than once. */
        WRONG,
        /** It fits. */
        RIGHT
    }

    private final String secret;
    private final Set<HashAlgorithm> allowed;

    /**
     * Makes a verifier.
     *
     * @param secret the node's API secret
     * @param allowed the hashes that the node takes
     */
    public ReferenceChecksum(String secret, Set<HashAlgorithm> allowed) {
        this.secret = secret;
        this.allowed = Set.copyOf(allowed);
    }

    /**
     * Signs a call.
     *
     * @param algorithm the hash to use
     * @param call name of the call, such as {@code getMeetings}
     * @param rawQuery the encoded query string without a checksum, empty if there is none
     * @param secret the API secret
     * @return the checksum in lower-case hex
     */
    public static String sign(HashAlgorithm algorithm, String call, String rawQuery, String secret) {
        return algorithm.hex(call + rawQuery + secret);
    }

    /**
     * Verifies a request.
     *
     * @param call name of the call
     * @param rawQuery the query string as received, empty if there is none
     * @param parameters the parameters of query string and form body
     * @return the verdict; a repeated checksum is refused since BBB 3.0.37
     */
    public Verdict verify(String call, String rawQuery, Parameters parameters) {
        if (parameters.count("checksum") > 1) {
            return Verdict.WRONG;
        }
        return parameters
                .text("checksum")
                .map(checksum -> fits(call, rawQuery, checksum) ? Verdict.RIGHT : Verdict.WRONG)
                .orElse(Verdict.MISSING);
    }

    private boolean fits(String call, String rawQuery, String checksum) {
        String signed = withoutChecksum(Parameters.clean(rawQuery), checksum);
        return HashAlgorithm.ofLength(checksum.length())
                .filter(allowed::contains)
                .filter(algorithm -> sign(algorithm, call, signed, secret).equalsIgnoreCase(checksum))
                .isPresent();
    }

    /** BBB removes the checksum by replacing text, every occurrence, in this order. */
    private static String withoutChecksum(String rawQuery, String checksum) {
        return rawQuery.replace("&checksum=" + checksum, "")
                .replace("checksum=" + checksum + "&", "")
                .replace("checksum=" + checksum, "");
    }
}
