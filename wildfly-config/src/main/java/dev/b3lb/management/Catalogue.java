package dev.b3lb.management;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * All operations, with their parameters and texts. They stand once, as data in this jar; the management resource, the
 * shell command, the REST API and the application read them from here.
 *
 * @param chapters the operations by what they are about, in the order in which they are listed for people
 */
public record Catalogue(List<Chapter> chapters) {

    private static final String DIRECTORY = "operations/";
    private static final List<String> FILES = List.of(
            "clusters",
            "nodes",
            "tenants",
            "parameters",
            "assets",
            "meetings",
            "checks",
            "users",
            "configuration",
            "scalelite");

    /** Keeps its own copy of the list. */
    public Catalogue {
        chapters = List.copyOf(chapters);
    }

    /**
     * Reads the catalogue that this jar holds.
     *
     * @return the catalogue
     * @throws UncheckedIOException when the jar is damaged
     */
    public static Catalogue load() {
        return new Catalogue(FILES.stream()
                .map(file -> CatalogueReader.chapter(read(DIRECTORY + file + ".json")))
                .toList());
    }

    /**
     * Reads what the management resource shows as runtime attributes.
     *
     * @return the attributes in the order in which they are listed
     * @throws UncheckedIOException when the jar is damaged
     */
    public static List<ResourceAttribute> attributes() {
        return CatalogueReader.attributes(read("attributes.json"));
    }

    private static String read(String file) {
        try (InputStream data = Catalogue.class.getResourceAsStream(file)) {
            if (data == null) {
                throw new IOException(file + " is missing beside " + Catalogue.class.getName());
            }
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** {@return all operations, in the order of the chapters} */
    public List<Operation> operations() {
        return chapters.stream()
                .flatMap(chapter -> chapter.operations().stream())
                .toList();
    }

    /** {@return what the REST API offers as resources, in the order of the chapters} */
    public List<Collection> collections() {
        return chapters.stream()
                .flatMap(chapter -> chapter.collections().stream())
                .toList();
    }

    /** {@return the operation of that name, or of one of its other spellings} */
    public Optional<Operation> operation(String name) {
        return operations().stream().filter(o -> o.isCalled(name)).findFirst();
    }
}
