package dev.b3lb.start;

import java.util.regex.Pattern;

/** How text must be written in an environment variable that the server's configuration names in an expression. */
final class ServerExpression {

    /** WildFly takes an expression for one only when it is closed. */
    private static final Pattern LOOKS_LIKE_ONE = Pattern.compile("\\$\\{.*}", Pattern.DOTALL);

    private ServerExpression() {}

    /**
     * WildFly resolves {@code ${env.NAME}}, and then what it found once more. Text that holds what looks like an
     * expression comes through with every dollar sign doubled, all other text as it is.
     */
    static String literally(String text) {
        return LOOKS_LIKE_ONE.matcher(text).find() ? text.replace("$", "$$") : text;
    }
}
