package dev.b3lb.check;

/**
 * What one check has found.
 *
 * @param check what was looked at
 * @param ok whether nothing has to be done
 * @param words what was found; when something is wrong, what it means and what to do. No secrets
 */
public record Finding(String check, boolean ok, String words) {

    static Finding good(String check, String words) {
        return new Finding(check, true, words);
    }

    static Finding bad(String check, String words) {
        return new Finding(check, false, words);
    }

    /** It could not be made, since what it needs is not there. */
    static Finding notTried(String check) {
        return new Finding(check, false, "not tried");
    }
}
