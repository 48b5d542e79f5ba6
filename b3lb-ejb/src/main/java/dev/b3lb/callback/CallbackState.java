package dev.b3lb.callback;

/** Where an entry of the outbox is. */
public enum CallbackState {
    /** It has not been told yet, or not with success. */
    PENDING,
    /** It has been told. */
    DONE,
    /** It is not tried any more. */
    GIVEN_UP
}
