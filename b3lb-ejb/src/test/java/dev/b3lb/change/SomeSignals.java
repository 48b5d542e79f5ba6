package dev.b3lb.change;

import dev.b3lb.settings.SomeSettings;

/** Signals that tests need beside what they are about. */
public final class SomeSignals {

    private SomeSignals() {}

    /** No Redis is set, so nobody is told anything. */
    public static ChangeSignal withoutRedis() {
        return new ChangeSignal(null, Runnable::run, SomeSettings.with());
    }
}
