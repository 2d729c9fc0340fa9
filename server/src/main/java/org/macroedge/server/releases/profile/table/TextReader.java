package org.macroedge.server.releases.profile.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/// The text of a file in its declared encoding. Other bytes are a fault, never replaced by a question mark. A
/// byte order mark at the start is skipped.
final class TextReader extends Reader {

    private static final int BYTES = 16_384;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream stream;
    private final Charset encoding;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BYTES).flip();
    private final RowLimit place;
    private boolean started;
    private boolean ended;
    private boolean invalid;

    /// @param place follows the text
    TextReader(InputStream stream, Charset encoding, RowLimit place) {
        this.stream = stream;
        this.encoding = encoding;
        this.place = place;
        this.decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = decode(CharBuffer.wrap(buffer, offset, length));
        if (count > 0 && !started) {
            started = true;
            if (buffer[offset] == BYTE_ORDER_MARK) {
                System.arraycopy(buffer, offset + 1, buffer, offset, count - 1);
                return count == 1 ? read(buffer, offset, length) : followed(buffer, offset, count - 1);
            }
        }
        return count <= 0 ? -1 : followed(buffer, offset, count);
    }

    private int followed(char[] buffer, int offset, int count) throws TableFault {
        place.follow(buffer, offset, count);
        if (place.letters() > RowLimit.MOST_LETTERS) {
            throw new TableFault(place.line(), TableMessage.LONG_ROW, RowLimit.MOST_LETTERS);
        }
        return count;
    }

    /// Decodes at least one letter, unless the text ends.
    private int decode(CharBuffer letters) throws IOException {
        int start = letters.position();
        while (!invalid) {
            CoderResult result = decoder.decode(bytes, letters, ended);
            invalid = result.isError();
            if (letters.position() > start) {
                return letters.position() - start;
            }
            if (!invalid && result.isUnderflow()) {
                if (ended) {
                    return -1;
                }
                fill();
            }
        }
        throw new TableFault(
                place.line(),
                isSingleBytes() ? TableMessage.NOT_TEXT_BUT_SINGLE_BYTES : TableMessage.NOT_TEXT,
                encoding.name());
    }

    private boolean isSingleBytes() {
        return decoder.maxCharsPerByte() == 1 && encoding.newEncoder().maxBytesPerChar() > 1;
    }

    private void fill() throws IOException {
        bytes.compact();
        try {
            int read = stream.read(bytes.array(), bytes.position(), bytes.remaining());
            if (read < 0) {
                ended = true;
            } else {
                bytes.position(bytes.position() + read);
            }
        } finally {
            bytes.flip();
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
