package org.macroedge.server.cli;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An answer as CSV, as RFC 4180 has it, but for the line ends: a line feed alone.
final class Answer {

    private Answer() {}

    static String csv(List<String> header, List<List<@Nullable Object>> rows) {
        StringWriter text = new StringWriter();
        text.write(String.join(",", header) + "\n");
        for (List<@Nullable Object> row : rows) {
            text.write(row.stream().map(Answer::cell).collect(Collectors.joining(",", "", "\n")));
        }
        return text.toString();
    }

    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof java.math.BigDecimal number ? Tables.plain(number) : value.toString();
        boolean plain = text.chars().noneMatch(one -> one == ',' || one == '"' || one == '\n' || one == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
