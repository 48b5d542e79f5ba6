package dev.b3lb.demo;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Properties files that only their owner may read, and that are there completely or not at all. Keys are plain words,
 * values have one line and no space at their beginning.
 */
final class OwnersFile {

    private OwnersFile() {}

    static void write(Path file, Map<String, String> properties) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        // A file made by createTempFile is its owner's only from the start
        Path draft = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), ".draft");
        try {
            Files.writeString(draft, text(properties));
            Files.setPosixFilePermissions(
                    draft, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** One key=value per line and nothing escaped that need not be, for readers that are no Java programs. */
    private static String text(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue().replace("\\", "\\\\") + "\n")
                .collect(Collectors.joining());
    }

    static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
