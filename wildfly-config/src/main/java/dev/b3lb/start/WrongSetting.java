package dev.b3lb.start;

/** A setting with which the server cannot start. The message is one sentence that names it, without secrets. */
public final class WrongSetting extends Exception {

    /** Exit status of a start that failed because of a setting (EX_CONFIG of sysexits.h). */
    static final int STATUS = 78;

    private static final long serialVersionUID = 1L;

    WrongSetting(String sentence) {
        super(sentence);
    }
}
