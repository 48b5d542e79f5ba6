package dev.b3lb.testbed;

/** A part of the testbed that did not do what was asked. The message is one sentence that a person can act on. */
public final class TestbedFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence what went wrong and where to look */
    public TestbedFailure(String sentence) {
        super(sentence);
    }

    /**
     * @param sentence what went wrong and where to look
     * @param cause what the machine said
     */
    public TestbedFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
