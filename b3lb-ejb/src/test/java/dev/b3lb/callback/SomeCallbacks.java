package dev.b3lb.callback;

/** What tests need of callbacks beside what they are about. */
public final class SomeCallbacks {

    private SomeCallbacks() {}

    /** A watch that has not looked at the outbox yet. */
    public static OutboxWatch nobodyLooked() {
        return new OutboxWatch(null);
    }
}
