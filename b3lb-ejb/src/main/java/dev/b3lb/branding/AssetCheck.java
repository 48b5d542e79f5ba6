package dev.b3lb.branding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/** Checks files before they are stored: their size, and that content and name say the same of their type. */
public final class AssetCheck {

    /** Types of markup that would be a style sheet by their characters alone. */
    private static final Set<MediaType> MARKUP =
            Set.of(MediaType.TEXT_HTML, MediaType.APPLICATION_XML, MediaType.application("xhtml+xml"));

    private final Tika tika = new Tika();
    private final MediaTypeRegistry types = MimeTypes.getDefaultMimeTypes().getMediaTypeRegistry();

    /** Whether the file is one that the kind takes. */
    public AssetVerdict check(AssetKind kind, String fileName, byte[] content) {
        return size(kind, fileName, content.length)
                .<AssetVerdict>map(sentence -> new AssetVerdict.Refused(sentence))
                .orElseGet(() -> type(kind, fileName, content));
    }

    /** Why a file of that size is refused, if it is. */
    public Optional<String> size(AssetKind kind, String fileName, long bytes) {
        if (bytes == 0) {
            return Optional.of(fileName + " is empty.");
        }
        return bytes <= kind.mostBytes()
                ? Optional.empty()
                : Optional.of("%s has %,d bytes; a %s may have %s at most."
                        .formatted(fileName, bytes, kind.word(), kind.mostInWords()));
    }

    private AssetVerdict type(AssetKind kind, String fileName, byte[] content) {
        Optional<AssetType> named = AssetType.of(kind, fileName);
        if (named.isEmpty()) {
            return new AssetVerdict.Refused("%s has no ending that a %s may have: %s."
                    .formatted(fileName, kind.word(), AssetType.endings(kind)));
        }
        MediaType found = MediaType.parse(tika.detect(content)).getBaseType();
        if (!fits(named.get(), found, content)) {
            return new AssetVerdict.Refused("%s is not what its ending says: its content is %s. A %s may be %s."
                    .formatted(fileName, words(named.get(), found), kind.word(), AssetType.endings(kind)));
        }
        return new AssetVerdict.Fine(named.get().mediaType().toString());
    }

    private boolean fits(AssetType named, MediaType found, byte[] content) {
        return switch (named) {
            case CSS -> isText(found) && !MARKUP.contains(found) && isUtf8(content);
            case TXT -> isText(found);
            default ->
                named.mark().length > 0
                        ? isContainer(named.mediaType(), found) && contains(content, named.mark())
                        : found.equals(named.mediaType());
        };
    }

    private boolean isText(MediaType found) {
        return types.isInstanceOf(found, MediaType.TEXT_PLAIN);
    }

    /** An office document shows itself as one, or only as the kind of archive that it is. */
    private boolean isContainer(MediaType named, MediaType found) {
        return types.isInstanceOf(named, found) && !found.equals(MediaType.OCTET_STREAM);
    }

    private static boolean isUtf8(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .noneMatch(c -> c == 0);
        } catch (CharacterCodingException otherwise) {
            return false;
        }
    }

    private static boolean contains(byte[] content, byte[] mark) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return text.contains(new String(mark, StandardCharsets.ISO_8859_1));
    }

    private String words(AssetType named, MediaType found) {
        boolean onlyTheCharacters = named == AssetType.CSS && isText(found) && !MARKUP.contains(found);
        return onlyTheCharacters ? "not UTF-8" : found.toString();
    }
}
