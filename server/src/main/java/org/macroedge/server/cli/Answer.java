package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.json.Json;

/// Writes an answer the way it was asked for. JSON is the body of the REST API, byte for byte.
final class Answer {

    private Answer() {}

    /// @param view the JSON shape
    /// @param header the names of the CSV columns
    /// @param rows the CSV rows, unrounded
    /// @param table writes for a reader
    static void write(
            PrintWriter out,
            QuestionOptions.Format format,
            Object view,
            List<String> header,
            List<List<@Nullable Object>> rows,
            Consumer<PrintWriter> table) {
        switch (format) {
            case JSON -> out.print(Json.text(view) + "\n");
            case CSV -> out.print(csv(header, rows));
            case TABLE -> table.accept(out);
        }
        out.flush();
    }

    private static String csv(List<String> header, List<List<@Nullable Object>> rows) {
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
        return text.matches(".*[,\"\n\r].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
