package dev.b3lb.testbed;

/** The server did not carry out an operation. The message names the operation and gives the server's reason. */
public final class OperationRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param operation the operation's name
     * @param reason the server's sentence
     */
    public OperationRejected(String operation, String reason) {
        super("The server refused the operation " + operation + ": " + reason);
        this.reason = reason;
    }

    /** The server's sentence. */
    public String reason() {
        return reason;
    }
}
