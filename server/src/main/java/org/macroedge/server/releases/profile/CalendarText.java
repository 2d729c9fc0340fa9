package org.macroedge.server.releases.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Optional;

/// The text of a file in its declared encoding; other bytes are a fault, never replaced by a question mark.
final class CalendarText {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private CalendarText() {}

    /// A file that is not text.
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1;

        Unreadable(String what, IOException cause) {
            super(what, cause);
        }
    }

    /// Decodes strictly; a byte order mark at the start is skipped.
    static Reader reader(InputStream bytes, Charset encoding) throws IOException {
        Reader decoded = new InputStreamReader(
                withoutMark(bytes),
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        return new Reader() {
            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                try {
                    return decoded.read(buffer, offset, length);
                } catch (CharacterCodingException fault) {
                    throw new Unreadable("is not text in " + encoding.name(), fault);
                }
            }

            @Override
            public void close() throws IOException {
                decoded.close();
            }
        };
    }

    private static InputStream withoutMark(InputStream bytes) throws IOException {
        PushbackInputStream pushback = new PushbackInputStream(bytes, BYTE_ORDER_MARK.length);
        byte[] start = pushback.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
            pushback.unread(start);
        }
        return pushback;
    }

    /// The message of an unreadable text behind another fault.
    static Optional<String> cause(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unreadable unreadable) {
                return Optional.of(String.valueOf(unreadable.getMessage()));
            }
        }
        return Optional.empty();
    }
}
