package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.SentForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the parameters that a POST carries in its body. They are read before anything is known about the sender, since
 * the checksum may be among them.
 */
@ApplicationScoped
public class RequestForms {

    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";
    private static final String XML = "text/xml";

    private final RequestBodies bodies;

    @Inject
    RequestForms(RequestBodies bodies) {
        this.bodies = bodies;
    }

    /** The form in the body; none if the body is something else. */
    Optional<SentForm> read(ApiCall call, HttpServletRequest http) throws IOException {
        if (!http.getMethod().equals("POST") || call == ApiCall.PUT_RECORDING_TEXT_TRACK) {
            return Optional.empty(); // an upload has its parameters and its checksum in the query alone
        }
        String type = mediaType(http);
        if (type.equals(URLENCODED)) {
            return Optional.of(SentForm.urlencoded(bodies.form(http)));
        }
        return type.equals(MULTIPART) && call.acceptsBody(type) && hasBody(http)
                ? Optional.of(SentForm.multipart(bodies.fields(http)))
                : Optional.empty();
    }

    /**
     * The XML that an old client sends under the type of a form. BBB reads such a body as one odd parameter and loses
     * the presentation in it; here it is what its sender meant, on calls that take XML and forms.
     */
    Optional<NodeRequest.Body> xmlIn(SentForm form, ApiCall call) throws IOException {
        Optional<String> xml = form.text().filter(text -> text.stripLeading().startsWith("<") && call.acceptsBody(XML));
        return xml.isPresent() ? Optional.of(bodies.xml(xml.get())) : Optional.empty();
    }

    /** Whether anything comes behind the headers. Odd types are sent with every GET, so only then do they matter. */
    static boolean hasBody(HttpServletRequest http) {
        return http.getContentLengthLong() > 0 || http.getHeader("Transfer-Encoding") != null;
    }

    /** The type alone: what a parameter of it says, such as a boundary, is the client's to choose. */
    static String mediaType(HttpServletRequest http) {
        String type = Optional.ofNullable(http.getContentType()).orElse("");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
