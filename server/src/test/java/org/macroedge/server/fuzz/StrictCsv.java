package org.macroedge.server.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// CSV by RFC 4180, letter by letter: a quote stands around a whole field or, doubled, within such a field. Lines may
/// also end with one of the two letters of a line end.
final class StrictCsv {

    private final String text;
    private final char delimiter;
    private int position;

    private StrictCsv(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    /// The rows; null for one in which a quote stands where none may.
    static List<@Nullable List<String>> rows(String text, char delimiter) throws StrictFault {
        return new StrictCsv(text, delimiter).rows();
    }

    private List<@Nullable List<String>> rows() throws StrictFault {
        List<@Nullable List<String>> rows = new ArrayList<>();
        while (position < text.length()) {
            boolean blank = isLineEnd(text.charAt(position));
            List<String> row = row();
            if (!blank) {
                rows.add(row);
            }
        }
        return rows;
    }

    private @Nullable List<String> row() throws StrictFault {
        List<String> fields = new ArrayList<>();
        boolean valid = true;
        while (true) {
            String field = isAt('"') ? quoted() : plain();
            valid &= field != null;
            fields.add(String.valueOf(field));
            if (isAt(delimiter)) {
                position++;
                continue;
            }
            endLine();
            return valid ? fields : null;
        }
    }

    private String quoted() throws StrictFault {
        StringBuilder field = new StringBuilder();
        position++;
        while (position < text.length()) {
            char letter = text.charAt(position++);
            if (letter != '"') {
                field.append(letter);
            } else if (isAt('"')) {
                field.append('"');
                position++;
            } else {
                if (position < text.length() && !isAt(delimiter) && !isLineEnd(text.charAt(position))) {
                    throw new StrictFault("text after a quoted field");
                }
                return field.toString();
            }
        }
        throw new StrictFault("a quote that is never closed");
    }

    private @Nullable String plain() {
        int start = position;
        while (position < text.length() && !isAt(delimiter) && !isLineEnd(text.charAt(position))) {
            position++;
        }
        String field = text.substring(start, position);
        return field.indexOf('"') < 0 ? field : null;
    }

    private void endLine() {
        if (isAt('\r')) {
            position++;
            position += isAt('\n') ? 1 : 0;
        } else if (isAt('\n')) {
            position++;
        }
    }

    private boolean isAt(char letter) {
        return position < text.length() && text.charAt(position) == letter;
    }

    private static boolean isLineEnd(char letter) {
        return letter == '\n' || letter == '\r';
    }
}
