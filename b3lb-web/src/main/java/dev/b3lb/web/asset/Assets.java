package dev.b3lb.web.asset;

import dev.b3lb.branding.AssetContents;
import dev.b3lb.branding.AssetFile;
import dev.b3lb.branding.AssetKind;
import dev.b3lb.branding.StoredAsset;
import dev.b3lb.configuration.Configuration;
import dev.b3lb.configuration.Configurations;
import dev.b3lb.tenant.KnownTenant;
import dev.b3lb.web.account.TenantName;
import dev.b3lb.web.answer.Outgoing;
import dev.b3lb.web.answer.SharedContents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code /b3lb/t/{tenant}/logo}, {@code /slide} and {@code /css}, open to everybody. */
@Path("b3lb/t/{tenant}/{kind: logo|slide|css}")
@ApplicationScoped
public class Assets {

    private static final String TEXT = MediaType.TEXT_PLAIN + ";charset=utf-8";
    private static final int SECONDS_TO_WAIT = 5;

    @Inject
    private Configurations configurations;

    @Inject
    private AssetContents contents;

    @Inject
    private SharedContents shared;

    /** The file; 304 if the client has it, 404 if the tenant has none, 503 if it cannot be read now. */
    @GET
    public Response get(
            @PathParam("tenant") String tenant, @PathParam("kind") String kind, @Context HttpServletRequest request) {
        return answer(tenant, kind, request, true);
    }

    /** The same without the content. */
    @HEAD
    public Response head(
            @PathParam("tenant") String tenant, @PathParam("kind") String kind, @Context HttpServletRequest request) {
        return answer(tenant, kind, request, false);
    }

    /** A file, and whose it is. */
    private record Owned(UUID tenantId, AssetFile file) {}

    private Response answer(String tenant, String kind, HttpServletRequest request, boolean withContent) {
        Optional<Owned> owned = find(tenant, AssetKind.ofWord(kind));
        if (owned.isEmpty()) {
            return plain(Response.Status.NOT_FOUND, "There is no such file.");
        }
        AssetFile file = owned.get().file();
        if (Condition.of(request).isMetBy(file)) {
            return AssetHeaders.unchanged(file);
        }
        return withContent ? content(owned.get()) : AssetHeaders.ok(file).build();
    }

    private Optional<Owned> find(String tenant, AssetKind kind) {
        Configuration configuration = configurations.current();
        return TenantName.parse(tenant)
                .flatMap(name -> configuration.tenant(name.slug()))
                .map(KnownTenant::id)
                .flatMap(id -> configuration.branding(id).file(kind).map(file -> new Owned(id, file)));
    }

    private Response content(Owned owned) {
        AssetContents.Answer answer = contents.of(owned.tenantId(), owned.file());
        if (answer instanceof AssetContents.Found found) {
            StoredAsset asset = found.asset();
            return content(owned.tenantId(), asset);
        }
        return answer instanceof AssetContents.Gone
                ? plain(Response.Status.NOT_FOUND, "There is no such file.")
                : later("The file cannot be read now. Try again later.");
    }

    /** Whoever reads a large file slowly reads the same bytes as all others do. */
    private Response content(UUID tenantId, StoredAsset asset) {
        byte[] content = asset.content();
        if (content.length <= SharedContents.LARGE_BYTES) {
            return AssetHeaders.ok(asset.file()).entity(content).build();
        }
        return shared.of(List.of(tenantId, asset.file()), tenantId, List.of(asset), () -> content.length, () -> content)
                .map(file -> {
                    Outgoing.current().shares(file);
                    return AssetHeaders.ok(asset.file()).entity(file.bytes()).build();
                })
                .orElseGet(() -> later("Too many files are being read now. Try again later."));
    }

    private static Response later(String sentence) {
        return Response.fromResponse(plain(Response.Status.SERVICE_UNAVAILABLE, sentence))
                .header("Retry-After", SECONDS_TO_WAIT)
                .build();
    }

    private static Response plain(Response.Status status, String sentence) {
        return Response.status(status)
                .type(TEXT)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Access-Control-Allow-Origin", "*")
                .entity(sentence + "\n")
                .build();
    }
}
