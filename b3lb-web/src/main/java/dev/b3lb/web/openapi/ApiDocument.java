package dev.b3lb.web.openapi;

import dev.b3lb.management.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** The document that describes the REST API. Each form is written once, when somebody first asks for it. */
@ApplicationScoped
public class ApiDocument {

    private final Map<DocumentForm, Written> written = new EnumMap<>(DocumentForm.class);

    /**
     * The document in one form.
     *
     * @param bytes in UTF-8; nobody may change them, since they are the same for all
     * @param tag another one when they are others
     */
    record Written(byte[] bytes, EntityTag tag) {}

    synchronized Written in(DocumentForm form) {
        return written.computeIfAbsent(form, ApiDocument::write);
    }

    private static Written write(DocumentForm form) {
        byte[] bytes = form.write(new ApiModel(Catalogue.load()).document()).getBytes(StandardCharsets.UTF_8);
        return new Written(bytes, new EntityTag(UUID.nameUUIDFromBytes(bytes).toString()));
    }
}
