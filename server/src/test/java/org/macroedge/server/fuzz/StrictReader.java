package org.macroedge.server.fuzz;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Reads a file by a layout with nothing of the product's own readers, and is strict wherever a standard or the guide
/// to profiles leaves no choice.
final class StrictReader {

    /// A figure of a file.
    ///
    /// @param when the instants or dates that its row can mean
    /// @param actual null where it has none
    record Figure(
            String indicator,
            Set<String> when,
            Optional<BigDecimal> actual,
            Optional<BigDecimal> forecast,
            Optional<BigDecimal> previous) {}

    private final FuzzLayout layout;

    StrictReader(FuzzLayout layout) {
        this.layout = layout;
    }

    /// The figures of a file; none where it is not what the layout says.
    List<Figure> figures(byte[] bytes) {
        List<Figure> figures = new ArrayList<>();
        try {
            for (UnaryOperator<String> row : rows(bytes)) {
                figure(row).ifPresent(figures::add);
            }
            return figures;
        } catch (StrictFault | IOException fault) {
            return List.of();
        }
    }

    private List<UnaryOperator<String>> rows(byte[] bytes) throws StrictFault, IOException {
        return switch (layout.form()) {
            case CSV -> table(StrictCsv.rows(text(bytes), layout.delimiter()));
            case GZIP -> table(StrictCsv.rows(text(StrictGzip.unpacked(bytes)), layout.delimiter()));
            case XLSX -> table(StrictBook.rows(bytes));
            case JSON -> objects(StrictJson.value(text(bytes)));
        };
    }

    private String text(byte[] bytes) throws StrictFault {
        try {
            String text = layout.encoding()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException invalid) {
            throw new StrictFault("not text in " + layout.encoding());
        }
    }

    private List<UnaryOperator<String>> table(List<? extends List<String>> table) throws StrictFault {
        List<UnaryOperator<String>> rows = new ArrayList<>();
        if (table.isEmpty() || table.getFirst() == null) {
            throw new StrictFault("no header");
        }
        List<String> header = table.getFirst().stream().map(String::strip).toList();
        boolean sheet = layout.form() == FuzzLayout.Form.XLSX;
        for (List<String> row : table.subList(1, table.size())) {
            if (row != null && (sheet || row.size() == header.size())) {
                rows.add(column -> cell(row, header.indexOf(column)));
            }
        }
        return rows;
    }

    private static String cell(List<String> row, int index) {
        return index < 0 || index >= row.size() ? "" : row.get(index).strip();
    }

    private List<UnaryOperator<String>> objects(Object value) throws StrictFault {
        if (!(StrictJson.property(value, "page.rows") instanceof List<?> list)) {
            throw new StrictFault("no list");
        }
        return list.stream()
                .filter(Map.class::isInstance)
                .<UnaryOperator<String>>map(
                        row -> column -> StrictJson.text(row, column).strip())
                .toList();
    }

    private Optional<Figure> figure(UnaryOperator<String> row) {
        List<String> columns = layout.columns();
        String title = joined(List.of(columns.getFirst().split(" ")), row);
        String indicator = layout.titles().get(title);
        String time = joined(columns.subList(4, columns.size()), row);
        Set<String> when = new TreeSet<>();
        layout.times().forEach(form -> when.addAll(form.read(time)));
        if (indicator == null || when.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<BigDecimal> actual = number(row.apply(columns.get(1)));
            return Optional.of(new Figure(
                    indicator, when, actual, lenient(row.apply(columns.get(2))), lenient(row.apply(columns.get(3)))));
        } catch (StrictFault unreadable) {
            return Optional.empty();
        }
    }

    private static String joined(List<String> columns, UnaryOperator<String> row) {
        return String.join(
                " ", columns.stream().map(row).filter(text -> !text.isEmpty()).toList());
    }

    /// An unreadable forecast or previous value is dropped alone.
    private Optional<BigDecimal> lenient(String text) {
        try {
            return number(text);
        } catch (StrictFault unreadable) {
            return Optional.empty();
        }
    }

    /// A number of JSON may be written with an exponent.
    private Optional<BigDecimal> number(String text) throws StrictFault {
        if (layout.form() == FuzzLayout.Form.JSON && text.matches("-?[0-9.]+[eE][+-]?[0-9]{1,2}")) {
            return Optional.of(new BigDecimal(text));
        }
        return layout.numbers().read(text);
    }
}
