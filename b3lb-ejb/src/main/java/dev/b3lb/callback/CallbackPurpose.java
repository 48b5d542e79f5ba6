package dev.b3lb.callback;

/** What a tenant is told. */
public enum CallbackPurpose {
    /** A meeting is over: a GET to the end callback URL of its create. */
    MEETING_ENDED
}
