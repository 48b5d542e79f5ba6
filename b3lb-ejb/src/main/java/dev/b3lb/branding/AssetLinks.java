package dev.b3lb.branding;

import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** Where browsers and nodes find tenants' files. */
@ApplicationScoped
public class AssetLinks {

    private final String base;

    @Inject
    AssetLinks(Settings settings) {
        this.base = settings.publicUrl() + "/b3lb/t/";
    }

    /**
     * The address of a file.
     *
     * @param tenantSlug upper case
     */
    public String link(String tenantSlug, AssetKind kind) {
        return base + tenantSlug.toLowerCase(Locale.ROOT) + "/" + kind.word();
    }
}
