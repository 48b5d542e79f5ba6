package dev.b3lb.bbb;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Replaces characters that XML 1.0 forbids. BBB writes names as clients sent them, so one strange character in the name
 * of one meeting would otherwise make a node's whole list unreadable.
 */
final class XmlSafeReader extends FilterReader {

    XmlSafeReader(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        int unit = super.read();
        return unit < 0 ? unit : WireText.xmlSafe((char) unit);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            buffer[i] = WireText.xmlSafe(buffer[i]);
        }
        return count;
    }
}
