package org.macroedge.server.cli.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A table that fits the terminal. Where its columns are wider, a row takes two lines or more, each under a heading of
/// its own. The remarks of a row stand at its right, or on lines of their own below it. A column without a cell is
/// left out, and no cell is ever cut.
public final class Table {

    /// Remarks of several lines stand at the right of a row only from this width on.
    private static final int WIDE = 100;

    private static final String GAP = "  ";
    private static final int REMARKS_INDENT = 4;

    private final List<Column> columns;
    private final String remarksHeading;
    private final List<Row> rows = new ArrayList<>();

    /// @param cells none for a line between rows, which is its remark
    private record Row(List<Word> cells, List<Phrase> remarks) {
        boolean isSection() {
            return cells.isEmpty();
        }
    }

    /// @param remarksHeading of what does not stand in a column; empty for none
    public Table(String remarksHeading, List<Column> columns) {
        this.columns = List.copyOf(columns);
        this.remarksHeading = remarksHeading;
    }

    /// Adds a row.
    public void row(List<Word> cells, List<Phrase> remarks) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        rows.add(new Row(List.copyOf(cells), List.copyOf(remarks)));
    }

    /// Adds a line between rows that says what the next ones are.
    public void section(Phrase heading) {
        rows.add(new Row(List.of(), List.of(heading)));
    }

    /// Writes the table; nothing where it has no row.
    public void print(Page page) {
        if (!rows.isEmpty()) {
            layout(page).print();
        }
    }

    /// Whether each row takes one line, with its remarks.
    public boolean hasOneLineARow(Page page) {
        Layout layout = layout(page);
        return layout.hasRoomFor(layout.remarksInLine());
    }

    private Layout layout(Page page) {
        List<Integer> all = IntStream.range(0, columns.size())
                .filter(column -> cellRows()
                        .anyMatch(row -> !row.cells().get(column).text().isBlank()))
                .boxed()
                .toList();
        List<Integer> needed =
                all.stream().filter(column -> !columns.get(column).isOptional()).toList();
        Layout full = new Layout(page, all);
        Layout tight = new Layout(page, needed);
        if (full.hasRoomFor(full.remarksInLine())) {
            return full;
        }
        if (tight.hasRoomFor(tight.remarksInLine())) {
            return tight;
        }
        boolean isWide = page.terminal().width() >= WIDE;
        if (isWide && full.hasRoomFor(full.widestRemark())) {
            return full;
        }
        if (isWide && tight.hasRoomFor(tight.widestRemark())) {
            return tight;
        }
        return full.fits() ? full : tight;
    }

    private Stream<Row> cellRows() {
        return rows.stream().filter(row -> !row.isSection());
    }

    /// The table with some of its columns.
    private final class Layout {

        private final Page page;
        private final List<Integer> shown;
        private final int[] widths;

        Layout(Page page, List<Integer> shown) {
            this.page = page;
            this.shown = shown;
            this.widths = IntStream.range(0, columns.size()).map(this::widthOf).toArray();
        }

        private int widthOf(int column) {
            int widest =
                    cellRows().mapToInt(row -> cell(row, column).length()).max().orElse(0);
            return Math.max(widest, heading(column).length());
        }

        private Word cell(Row row, int column) {
            return row.cells().get(column).shown(page.terminal());
        }

        private Word heading(int column) {
            return Word.strong(columns.get(column).heading()).shown(page.terminal());
        }

        private int width() {
            return shown.stream()
                    .mapToInt(column -> widths[column] + GAP.length())
                    .sum();
        }

        boolean fits() {
            return width() - GAP.length() <= page.terminal().width();
        }

        boolean hasRoomFor(int remarks) {
            return fits()
                    && (remarks == 0
                            || width() + Math.max(remarks, remarksHeading.length())
                                    <= page.terminal().width());
        }

        int remarksInLine() {
            return cellRows().mapToInt(row -> inLine(row.remarks())).max().orElse(0);
        }

        private int inLine(List<Phrase> remarks) {
            return lengths(remarks).sum() + Math.max(0, remarks.size() - 1) * GAP.length();
        }

        int widestRemark() {
            return cellRows().flatMapToInt(row -> lengths(row.remarks())).max().orElse(0);
        }

        private IntStream lengths(List<Phrase> remarks) {
            return remarks.stream()
                    .mapToInt(phrase -> phrase.shown(page.terminal()).length());
        }

        void print() {
            boolean aside = widestRemark() > 0
                    && (hasRoomFor(remarksInLine()) || page.terminal().width() >= WIDE && hasRoomFor(widestRemark()));
            List<List<Integer>> bands = bands();
            printHeadings(bands, aside);
            for (Row row : rows) {
                if (row.isSection()) {
                    page.phrases(row.remarks(), 0);
                } else if (aside) {
                    printAside(row);
                } else {
                    printBelow(row, bands);
                }
            }
        }

        /// The lines of a row, and below them its remarks; beside the last line where there is room.
        private void printBelow(Row row, List<List<Integer>> bands) {
            List<List<Integer>> above =
                    bands.size() > 1 && !row.remarks().isEmpty() ? bands.subList(0, bands.size() - 1) : bands;
            above.forEach(band -> printBand(band, bands.getFirst() == band, column -> cell(row, column)));
            if (above == bands) {
                page.phrases(row.remarks(), REMARKS_INDENT);
                return;
            }
            String last = " ".repeat(REMARKS_INDENT) + band(bands.getLast(), column -> cell(row, column));
            int used = REMARKS_INDENT
                    - GAP.length()
                    + bands.getLast().stream()
                            .mapToInt(column -> widths[column] + GAP.length())
                            .sum();
            if (used + GAP.length() + inLine(row.remarks()) <= page.terminal().width()) {
                page.out()
                        .println(last
                                + GAP
                                + page.foldedLines(row.remarks(), Terminal.UNLIMITED)
                                        .getFirst());
            } else {
                printBand(bands.getLast(), false, column -> cell(row, column));
                page.phrases(row.remarks(), REMARKS_INDENT);
            }
        }

        private void printHeadings(List<List<Integer>> bands, boolean aside) {
            if (aside) {
                page.out()
                        .println((band(shown, this::heading) + GAP + page.rendered(Word.strong(remarksHeading)))
                                .stripTrailing());
                return;
            }
            bands.forEach(band -> printBand(band, bands.getFirst() == band, this::heading));
            if (widestRemark() > 0 && !remarksHeading.isEmpty()) {
                page.phrases(List.of(Phrase.of(remarksHeading, Style.STRONG)), REMARKS_INDENT);
            }
        }

        /// The remarks of a row at its right: one after the other, each on its own line where they do not fit.
        private void printAside(Row row) {
            String start = band(shown, column -> cell(row, column));
            int room = page.terminal().width() == Terminal.UNLIMITED
                    ? Terminal.UNLIMITED
                    : page.terminal().width() - width();
            List<String> lines = page.foldedLines(row.remarks(), room);
            page.out().println(lines.isEmpty() ? start.stripTrailing() : start + GAP + lines.getFirst());
            lines.stream().skip(1).forEach(line -> page.out().println(" ".repeat(width()) + line));
        }

        /// The columns of each line of a row: as many as fit.
        private List<List<Integer>> bands() {
            List<List<Integer>> bands = new ArrayList<>();
            int used = 0;
            for (int column : shown) {
                if (bands.isEmpty()
                        || used + GAP.length() + widths[column]
                                > page.terminal().width()) {
                    bands.add(new ArrayList<>());
                    used = bands.size() == 1 ? -GAP.length() : GAP.length();
                }
                bands.getLast().add(column);
                used += GAP.length() + widths[column];
            }
            return bands;
        }

        private void printBand(List<Integer> band, boolean isFirst, IntFunction<Word> words) {
            int indent = isFirst ? 0 : REMARKS_INDENT;
            if (band.size() == 1
                    && widths[band.getFirst()] + indent > page.terminal().width()) {
                page.phrases(List.of(Phrase.of(words.apply(band.getFirst()).text())), indent);
                return;
            }
            if (isFirst
                    || band.stream()
                            .anyMatch(column -> !words.apply(column).text().isBlank())) {
                page.out().println((" ".repeat(indent) + band(band, words)).stripTrailing());
            }
        }

        private String band(List<Integer> band, IntFunction<Word> words) {
            StringBuilder line = new StringBuilder();
            for (int column : band) {
                line.append(line.isEmpty() ? "" : GAP)
                        .append(page.padded(
                                words.apply(column),
                                widths[column],
                                columns.get(column).isNumber()));
            }
            return line.toString();
        }
    }
}
