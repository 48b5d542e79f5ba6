package dev.b3lb.branding;

import java.util.List;
import java.util.Optional;

/**
 * The files of one tenant, without their contents.
 *
 * @param files at most one of each kind
 */
public record Branding(List<AssetFile> files) {

    /** A tenant without files. */
    public static final Branding NONE = new Branding(List.of());

    public Branding {
        files = List.copyOf(files);
    }

    /** The file of a kind, if the tenant has one. */
    public Optional<AssetFile> file(AssetKind kind) {
        return files.stream().filter(file -> file.kind() == kind).findFirst();
    }
}
