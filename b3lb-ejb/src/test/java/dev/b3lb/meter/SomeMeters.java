package dev.b3lb.meter;

/** Meters of a server that tests make up. */
public final class SomeMeters {

    private SomeMeters() {}

    /** With nothing counted. */
    public static Meters meters() {
        return new Meters("test");
    }
}
