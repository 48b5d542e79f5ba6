package dev.b3lb.branding;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files of all types that tenants may have. */
public final class SomeFiles {

    private SomeFiles() {}

    /** A picture that Java can write: png, jpg or gif. */
    public static byte[] image(String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A document of one page, or as many bytes as wanted. */
    public static byte[] pdf(int size) {
        StringBuilder text = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
        text.append("2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n");
        text.append("3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n");
        String end = "\ntrailer<</Root 1 0 R>>\n%%EOF\n";
        text.append("%".repeat(Math.max(0, size - text.length() - end.length())))
                .append(end);
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** The head of a WebP picture. */
    public static byte[] webp() {
        return "RIFF\u001a\0\0\0WEBPVP8L\r\0\0\0/\0\0\0\u0010\u0007\u0010\u0011\u0011\u0088\u0088\u00fe\u0007\0"
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A picture as XML. */
    public static byte[] svg() {
        return text("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"3\" height=\"2\"/>");
    }

    /** An archive with empty files in it. */
    public static byte[] zip(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An Open Document, whose first file tells its type. */
    public static byte[] openDocument(String type) {
        byte[] mediaType = text("application/vnd.oasis.opendocument." + type);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("mimetype");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(mediaType.length);
            CRC32 crc = new CRC32();
            crc.update(mediaType);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(mediaType);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A file of the older office suite, with a stream of that name. */
    public static byte[] compound(String stream) {
        byte[] bytes = new byte[2_048];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, bytes, 0, magic.length);
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, bytes, 1_024, name.length);
        return bytes;
    }

    /** A text in UTF-8. */
    public static byte[] text(String text) {
        return text(text, StandardCharsets.UTF_8);
    }

    /** A text in any encoding. */
    public static byte[] text(String text, Charset charset) {
        return text.getBytes(charset);
    }
}
