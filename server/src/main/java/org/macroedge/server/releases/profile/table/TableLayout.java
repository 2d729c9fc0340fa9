package org.macroedge.server.releases.profile.table;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a file holds its table.
///
/// @param gzip whether the file is compressed
/// @param delimiter between the fields of a CSV file
/// @param names of the columns where the file has no header; empty where it has one, and for JSON
/// @param optional columns that a file may lack; their cells are empty then
/// @param path the property of a JSON file that holds the list, with dots between levels; empty where the list
/// is the whole file
/// @param sheet the name of the sheet; null for the first
public record TableLayout(
        TableFormat format,
        boolean gzip,
        Charset encoding,
        char delimiter,
        List<String> names,
        Set<String> optional,
        String path,
        @Nullable String sheet) {

    /// What an encoding is, for messages.
    public static final String ENCODING = "an encoding like UTF-8";

    /// What a delimiter is, for messages.
    public static final String DELIMITER = "one letter that is neither a quotation mark nor a line end";

    /// The encoding of a name. One that only reads, since it guesses, cannot tell a file in another encoding.
    ///
    /// @throws IllegalArgumentException where there is none
    public static Charset encoding(String name) {
        Charset encoding = Charset.forName(name);
        if (!encoding.canEncode()) {
            throw new IllegalArgumentException(name);
        }
        return encoding;
    }

    /// The delimiter that a text of one letter names.
    ///
    /// @throws IllegalArgumentException where a CSV file could not tell it from its other marks
    public static char delimiter(String text) {
        if (text.length() != 1 || "\"\r\n\0".contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return text.charAt(0);
    }
}
