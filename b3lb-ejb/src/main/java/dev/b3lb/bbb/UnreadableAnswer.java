package dev.b3lb.bbb;

/** What a node sent is not an answer. The message says why in words and repeats nothing of the content. */
public final class UnreadableAnswer extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableAnswer(String words) {
        super(words);
    }

    public UnreadableAnswer(String words, Throwable cause) {
        super(words, cause);
    }
}
