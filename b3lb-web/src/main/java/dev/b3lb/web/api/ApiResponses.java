package dev.b3lb.web.api;

import dev.b3lb.bbb.BbbError;
import dev.b3lb.bbb.BbbXml;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** The one place where outcomes become HTTP: always status 200, as BBB answers, or 302 for a join. */
final class ApiResponses {

    static final String XML = "text/xml;charset=utf-8";
    static final String NO_CACHE = "no-cache";
    private static final String HTML = "text/html;charset=utf-8";

    /** What every BBB since 2.0 says; clients compare it as a number. */
    private static final String VERSION = "2.0";

    private static final String NO_SCRIPTS =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private ApiResponses() {}

    /** What a client gets of an outcome. */
    static Response of(ApiAnswer answer) {
        if (answer instanceof ApiAnswer.Redirect redirect) {
            return Response.status(Response.Status.FOUND)
                    .location(redirect.target())
                    .header(HttpHeaders.CACHE_CONTROL, NO_CACHE)
                    .build();
        }
        if (answer instanceof ApiAnswer.Page page) {
            return page(page);
        }
        if (answer instanceof ApiAnswer.FailedInJson failed) {
            return ok(inJson(failed.error()), MediaType.APPLICATION_JSON);
        }
        if (answer instanceof ApiAnswer.Large large) {
            return ok(large.document().bytes(), XML);
        }
        return answer instanceof ApiAnswer.Xml xml ? ok(xml.text(), XML) : failed(((ApiAnswer.Failed) answer).error());
    }

    /** A refusal in XML. */
    static Response failed(BbbError error) {
        return ok(BbbXml.failed(error), XML);
    }

    private static String inJson(BbbError error) {
        JsonObjectBuilder response = Json.createObjectBuilder()
                .add("returncode", "FAILED")
                .add("messageKey", error.messageKey())
                .add("message", error.message());
        return Json.createObjectBuilder().add("response", response).build().toString();
    }

    /** The API's root, with BBB's version hidden as BBB does by default. */
    static Response root(boolean inJson) {
        return inJson ? ok(rootInJson(), MediaType.APPLICATION_JSON) : ok(BbbXml.root(VERSION), XML);
    }

    private static String rootInJson() {
        JsonObjectBuilder response = Json.createObjectBuilder()
                .add("returncode", "SUCCESS")
                .add("version", VERSION)
                .add("apiVersion", VERSION)
                .add("bbbVersion", "");
        return Json.createObjectBuilder().add("response", response).build().toString();
    }

    private static Response ok(String text, String type) {
        return ok(text.getBytes(StandardCharsets.UTF_8), type);
    }

    /** Bytes, so that their number is told, also to who asks for the headers alone. */
    private static Response ok(byte[] bytes, String type) {
        return Response.ok(bytes, type)
                .header(HttpHeaders.CONTENT_LENGTH, bytes.length)
                .header(HttpHeaders.CACHE_CONTROL, NO_CACHE)
                .build();
    }

    /**
     * A page. Its status is 200 like that of every refusal: BBB's own answers are so, and proxies put pages of their
     * own in the place of those with an error status.
     */
    private static Response page(ApiAnswer.Page page) {
        return Response.ok(page.html().getBytes(StandardCharsets.UTF_8), HTML)
                .language(page.language())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .header("Content-Security-Policy", NO_SCRIPTS)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
