package dev.b3lb.web.login;

/** What is under {@code /admin}. */
final class AdminPaths {

    private static final String ADMIN = "/admin";
    private static final String API = "/admin/api";

    private AdminPaths() {}

    /** Whether a path is the console's or the REST API's. */
    static boolean isAdmin(String path) {
        return isAtOrBelow(ADMIN, path);
    }

    /** Whether a path is the REST API's. */
    static boolean isApi(String path) {
        return isAtOrBelow(API, path);
    }

    private static boolean isAtOrBelow(String top, String path) {
        return path.startsWith(top)
                && (path.length() == top.length()
                        || path.charAt(top.length()) == '/'
                        || path.charAt(top.length()) == ';');
    }
}
