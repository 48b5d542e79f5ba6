package dev.b3lb.branding;

import java.util.Arrays;
import java.util.Locale;

/** What a file of a tenant is for. */
public enum AssetKind {
    /** The presentation that a meeting begins with when its creator gave none. */
    SLIDE(10 << 20, "10 MiB"),
    /** The picture that BBB shows in a meeting. */
    LOGO(1 << 20, "1 MiB"),
    /** The style sheet that BBB loads for everybody in a meeting. */
    CSS(512 << 10, "512 KiB");

    private final int mostBytes;
    private final String mostInWords;

    AssetKind(int mostBytes, String mostInWords) {
        this.mostBytes = mostBytes;
        this.mostInWords = mostInWords;
    }

    /** As in addresses and in operations: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a {@link #word}. */
    public static AssetKind ofWord(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of file: " + word));
    }

    /** How large such a file may be, in bytes. */
    public int mostBytes() {
        return mostBytes;
    }

    /** The same for people. */
    public String mostInWords() {
        return mostInWords;
    }
}
