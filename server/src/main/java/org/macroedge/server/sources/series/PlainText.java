package org.macroedge.server.sources.series;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.macroedge.server.sources.SourceFault;

/// The text of an answer in rows and cells.
public final class PlainText {

    private static final char QUOTE = '"';

    private PlainText() {}

    /// @throws SourceFault where it is not UTF-8
    public static String of(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException garbled) {
            throw SourceFault.notUnderstood("it is not text in UTF-8");
        }
    }

    /// Checks that each quote has its other half in its line: one without is where an answer was cut, or lost a part,
    /// and would hide the rows behind it.
    ///
    /// @param where in words of a reader
    /// @throws SourceFault where one has none
    public static void checkQuotes(String text, String where) {
        boolean hasOpen = text.lines()
                .anyMatch(line -> line.chars().filter(letter -> letter == QUOTE).count() % 2 != 0);
        if (hasOpen) {
            throw SourceFault.notUnderstood("a quote in " + where + " does not end");
        }
    }
}
