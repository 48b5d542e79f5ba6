package dev.b3lb.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** Which paths are the API's, whether or not something answers there. The gate has left no slashes in a row in them. */
final class ApiPaths {

    private static final Pattern API = Pattern.compile("/(bigbluebutton|b3lb/t/[^/]*/(bbb|bigbluebutton))([/;].*)?");

    private ApiPaths() {}

    static boolean matches(HttpServletRequest request) {
        return API.matcher(request.getRequestURI()).matches();
    }
}
