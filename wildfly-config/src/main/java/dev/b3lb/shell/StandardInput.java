package dev.b3lb.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Standard input: some lines, then perhaps the content of a file. Nothing is read ahead. */
final class StandardInput {

    private final InputStream in;

    StandardInput(InputStream in) {
        this.in = in;
    }

    /**
     * Reads a line.
     *
     * @param what what it is to hold, for the message
     * @return the line without white space around it
     * @throws UsageError when there is none, or an empty one
     */
    String line(String what) throws UsageError {
        String line = line();
        if (line.isEmpty()) {
            throw new UsageError("There is nothing on standard input for " + what + ".");
        }
        return line;
    }

    /** {@return the next line without white space around it; empty when there is none} */
    String line() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                line.write(next);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    /** {@return everything that is left, up to a number of bytes} */
    byte[] rest(int most) {
        try {
            return in.readNBytes(most);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
