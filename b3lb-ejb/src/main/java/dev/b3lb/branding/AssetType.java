package dev.b3lb.branding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.mime.MediaType;

/** The types of files that a tenant may have, by their endings. Slides are what BBB converts. */
enum AssetType {
    PDF("application/pdf", Set.of("pdf"), Set.of(AssetKind.SLIDE)),
    PPT("application/vnd.ms-powerpoint", Set.of("ppt"), Set.of(AssetKind.SLIDE), inDirectory("PowerPoint Document")),
    PPTX(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Set.of("pptx"),
            Set.of(AssetKind.SLIDE),
            inArchive("ppt/")),
    ODP("application/vnd.oasis.opendocument.presentation", Set.of("odp"), Set.of(AssetKind.SLIDE)),
    DOC("application/msword", Set.of("doc"), Set.of(AssetKind.SLIDE), inDirectory("WordDocument")),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Set.of("docx"),
            Set.of(AssetKind.SLIDE),
            inArchive("word/")),
    ODT("application/vnd.oasis.opendocument.text", Set.of("odt"), Set.of(AssetKind.SLIDE)),
    XLS("application/vnd.ms-excel", Set.of("xls"), Set.of(AssetKind.SLIDE), inDirectory("Workbook")),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Set.of("xlsx"),
            Set.of(AssetKind.SLIDE),
            inArchive("xl/")),
    ODS("application/vnd.oasis.opendocument.spreadsheet", Set.of("ods"), Set.of(AssetKind.SLIDE)),
    TXT("text/plain", Set.of("txt"), Set.of(AssetKind.SLIDE)),
    RTF("application/rtf", Set.of("rtf"), Set.of(AssetKind.SLIDE)),
    JPEG("image/jpeg", Set.of("jpg", "jpeg"), Set.of(AssetKind.SLIDE, AssetKind.LOGO)),
    PNG("image/png", Set.of("png"), Set.of(AssetKind.SLIDE, AssetKind.LOGO)),
    GIF("image/gif", Set.of("gif"), Set.of(AssetKind.LOGO)),
    WEBP("image/webp", Set.of("webp"), Set.of(AssetKind.SLIDE, AssetKind.LOGO)),
    SVG("image/svg+xml", Set.of("svg"), Set.of(AssetKind.SLIDE, AssetKind.LOGO)),
    CSS("text/css", Set.of("css"), Set.of(AssetKind.CSS));

    private final MediaType mediaType;
    private final Set<String> endings;
    private final Set<AssetKind> kinds;
    private final byte[] mark;

    AssetType(String mediaType, Set<String> endings, Set<AssetKind> kinds) {
        this(mediaType, endings, kinds, new byte[0]);
    }

    AssetType(String mediaType, Set<String> endings, Set<AssetKind> kinds, byte[] mark) {
        this.mediaType = MediaType.parse(mediaType);
        this.endings = endings;
        this.kinds = kinds;
        this.mark = mark;
    }

    /** The type that a file's name says, among those that the kind takes. */
    static Optional<AssetType> of(AssetKind kind, String fileName) {
        String ending = ending(fileName);
        return Arrays.stream(values())
                .filter(type -> type.kinds.contains(kind) && type.endings.contains(ending))
                .findFirst();
    }

    /** The endings that a kind takes, for people. */
    static String endings(AssetKind kind) {
        List<String> all = Arrays.stream(values())
                .filter(type -> type.kinds.contains(kind))
                .flatMap(type -> type.endings.stream().sorted())
                .toList();
        return String.join(", ", all);
    }

    /** What follows the last dot, lower case; empty if there is none. */
    static String ending(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** What the types of one office suite, which are all packed in the same way, are told apart by. */
    byte[] mark() {
        return mark.clone();
    }

    /** The archive's list holds names as they are. */
    private static byte[] inArchive(String folder) {
        return folder.getBytes(StandardCharsets.US_ASCII);
    }

    /** The older format's list of streams is in UTF-16. */
    private static byte[] inDirectory(String stream) {
        return stream.getBytes(StandardCharsets.UTF_16LE);
    }
}
