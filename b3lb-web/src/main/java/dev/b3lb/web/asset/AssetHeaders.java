package dev.b3lb.web.asset;

import dev.b3lb.branding.AssetFile;
import dev.b3lb.branding.AssetKind;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/**
 * The headers of a tenant's file. Pages of nodes, which are on other hosts, may show and load it; opened by itself it
 * can do nothing, so that a tenant's file harms nobody who trusts our host.
 */
final class AssetHeaders {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
    private static final String CACHING = "public, max-age=300, must-revalidate";
    private static final String ATTRIBUTE_CHARACTERS = "!#$&+-.^_`|~";

    private AssetHeaders() {}

    /** 200, still without content. */
    static ResponseBuilder ok(AssetFile file) {
        return identified(Response.ok(), file)
                .header("Content-Type", mediaType(file))
                .header("Content-Length", file.size())
                .header("Content-Disposition", disposition(file))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", POLICY);
    }

    /** 304. */
    static Response unchanged(AssetFile file) {
        return identified(Response.notModified(), file).build();
    }

    private static ResponseBuilder identified(ResponseBuilder response, AssetFile file) {
        return response.tag(new EntityTag(file.digest()))
                .lastModified(Date.from(file.changedAt()))
                .header("Cache-Control", CACHING)
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Access-Control-Allow-Origin", "*");
    }

    private static String mediaType(AssetFile file) {
        return file.kind() == AssetKind.CSS ? file.mediaType() + ";charset=utf-8" : file.mediaType();
    }

    /** What browsers show in a sandbox is shown; all else, PDF with it, is for saving. */
    private static String disposition(AssetFile file) {
        boolean shown = file.mediaType().startsWith("image/") || file.kind() == AssetKind.CSS;
        return (shown ? "inline" : "attachment") + names(file.fileName());
    }

    /** The name in ASCII for old clients, and the whole name behind it. */
    private static String names(String fileName) {
        String ascii = fileName.replaceAll("[^ -~]|[\"\\\\%;]", "_");
        return "; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded(fileName);
    }

    private static String encoded(String fileName) {
        StringBuilder text = new StringBuilder();
        for (byte each : fileName.getBytes(StandardCharsets.UTF_8)) {
            text.append(isPlain(each) ? Character.toString(each) : "%%%02X".formatted(each));
        }
        return text.toString();
    }

    private static boolean isPlain(byte character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || character > 0 && ATTRIBUTE_CHARACTERS.indexOf(character) >= 0;
    }
}
