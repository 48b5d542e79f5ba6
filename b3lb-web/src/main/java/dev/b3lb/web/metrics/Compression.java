package dev.b3lb.web.metrics;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Answers that are compressed for clients who can undo it. */
final class Compression {

    private static final int BUFFER = 16 << 10;
    private static final Pattern WANTED = Pattern.compile(
            "(?:x-)?gzip(?:\\s*;\\s*q\\s*=\\s*(?:1(?:\\.0*)?|0?\\.0*[1-9]\\d*))?", Pattern.CASE_INSENSITIVE);

    private Compression() {}

    /**
     * Whether a client takes gzip.
     *
     * @param acceptEncoding the lines of that header; what cannot be read of them is passed over
     */
    static boolean isWanted(List<String> acceptEncoding) {
        return acceptEncoding.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .anyMatch(coding -> WANTED.matcher(coding.strip()).matches());
    }

    /** The same in gzip. */
    static StreamingOutput of(StreamingOutput body) {
        return out -> {
            Quick compressed = new Quick(out);
            try {
                body.write(compressed);
                compressed.finish();
            } finally {
                compressed.free();
            }
        };
    }

    /** With the least effort: more would make a tenth less of what is sent, and take several times as long. */
    private static final class Quick extends GZIPOutputStream {

        Quick(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }

        /** Gives back memory that is not Java's, which would otherwise wait for the garbage collector. */
        private void free() {
            def.end();
        }
    }
}
