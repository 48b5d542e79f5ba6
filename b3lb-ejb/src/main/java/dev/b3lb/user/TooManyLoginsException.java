package dev.b3lb.user;

/** So many passwords are being checked that this one has to come again in a moment. */
public final class TooManyLoginsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a sentence of its own. */
    public TooManyLoginsException() {
        super("Too many passwords are being checked at the moment.");
    }
}
