package dev.b3lb.fakenode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How join tells that somebody may not come in: by a redirect with the error in the URL, or as XML if asked to. */
final class JoinErrors {

    private final Parameters parameters;
    private final NodeIdentity node;

    JoinErrors(Parameters parameters, NodeIdentity node) {
        this.parameters = parameters;
        this.node = node;
    }

    static boolean wantsRedirect(Parameters parameters) {
        return !parameters.first("redirect").orElse("").equalsIgnoreCase("false");
    }

    /** For requests that break a rule; BBB does not honour errorRedirectUrl here. */
    Answer invalid(String key, String message) {
        return tell(parameters.text("logoutURL").orElse(node.origin() + "/"), key, message);
    }

    /** For sound requests that the meeting refuses. */
    Answer refused(String key, String message) {
        String fallback = parameters.text("logoutURL").orElse(node.origin() + "/");
        return tell(parameters.text("errorRedirectUrl").orElse(fallback), key, message);
    }

    private Answer tell(String target, String key, String message) {
        if (!wantsRedirect(parameters)) {
            return FakeXml.failed(key, message);
        }
        String errors = "[{\"key\":\"%s\",\"message\":\"%s\"}]".formatted(key, message);
        String separator = target.contains("?") ? "&" : "?";
        return Answer.redirect(302, target + separator + "errors=" + URLEncoder.encode(errors, StandardCharsets.UTF_8));
    }
}
