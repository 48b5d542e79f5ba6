package dev.b3lb.branding;

import java.util.Locale;

/** What a file of a tenant is for. */
public enum AssetKind {
    /** The presentation that a meeting begins with when its creator gave none. */
    SLIDE,
    /** The picture that BBB shows in a meeting. */
    LOGO,
    /** The style sheet that BBB loads for everybody in a meeting. */
    CSS;

    /** As in addresses and in operations: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
