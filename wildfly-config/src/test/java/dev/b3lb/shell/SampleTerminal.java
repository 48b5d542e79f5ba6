package dev.b3lb.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A person who types what a test says, and notes what they are asked. */
final class SampleTerminal implements Terminal {

    private final boolean there;
    private final String typed;
    private final boolean agrees;
    final List<String> asked = new ArrayList<>();

    private SampleTerminal(boolean there, String typed, boolean agrees) {
        this.there = there;
        this.typed = typed;
        this.agrees = agrees;
    }

    static SampleTerminal nobody() {
        return new SampleTerminal(false, "", false);
    }

    static SampleTerminal typing(String typed) {
        return new SampleTerminal(true, typed, false);
    }

    static SampleTerminal saying(boolean yes) {
        return new SampleTerminal(true, "", yes);
    }

    @Override
    public boolean isThere() {
        return there;
    }

    @Override
    public Optional<String> secret(String name, boolean twice) {
        asked.add(name + (twice ? " twice" : ""));
        return there ? Optional.of(typed) : Optional.empty();
    }

    @Override
    public boolean agrees(String question) {
        asked.add(question);
        return agrees;
    }

    @Override
    public OptionalInt columns() {
        return OptionalInt.empty();
    }
}
