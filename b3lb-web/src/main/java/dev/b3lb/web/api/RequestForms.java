package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.SentForm;
import dev.b3lb.web.body.BodyRefused;
import dev.b3lb.web.body.Received;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The parameters that a POST carries in its body, and what else is sent under the type of a form. */
final class RequestForms {

    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";
    private static final String XML = "text/xml";

    private RequestForms() {}

    /** Whether the body of a request is a form, which has to be read to know who sends it. */
    static boolean isForm(ApiCall call, RequestHead head) {
        if (!head.isPost() || call == ApiCall.PUT_RECORDING_TEXT_TRACK) {
            return false; // an upload has its parameters and its checksum in the query alone
        }
        return head.mediaType().equals(URLENCODED)
                || isMultipart(head) && call.acceptsBody(MULTIPART) && head.hasBody();
    }

    private static boolean isMultipart(RequestHead head) {
        return head.mediaType().equals(MULTIPART);
    }

    /**
     * The form that a body is.
     *
     * @throws BodyRefused if it is not what its type says, or holds a file
     */
    static SentForm of(RequestHead head, Received body) throws IOException {
        return isMultipart(head)
                ? SentForm.multipart(MultipartForm.fields(head.contentType(), body))
                : SentForm.urlencoded(body.text());
    }

    /**
     * The XML that an old client sends under the type of a form. BBB reads such a body as one odd parameter and loses
     * the presentation in it; here it is what its sender meant, on calls that take XML and forms.
     */
    static Optional<NodeRequest.Body> xmlIn(SentForm form, ApiCall call) {
        return form.text()
                .filter(text -> text.stripLeading().startsWith("<") && call.acceptsBody(XML))
                .map(text -> new NodeRequest.Body("text/xml; charset=UTF-8", text.getBytes(StandardCharsets.UTF_8)));
    }
}
