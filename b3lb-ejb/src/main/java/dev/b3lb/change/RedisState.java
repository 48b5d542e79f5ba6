package dev.b3lb.change;

/** What this server has of Redis. */
public enum RedisState {
    /** No Redis is set. */
    NOT_SET("not set"),
    /** Messages go and come. */
    UP("up"),
    /** It does not answer; servers learn of changes each second. */
    AWAY("away");

    private final String words;

    RedisState(String words) {
        this.words = words;
    }

    /** For operators. */
    public String words() {
        return words;
    }
}
