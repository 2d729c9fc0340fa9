package org.macroedge.server.releases.profile;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.profile.CalendarProfile.Meaning;
import org.macroedge.server.releases.profile.table.TableRow;

/// One row of a file, read by meaning.
record Cells(CalendarFile file, TableRow row, Columns columns) {

    static final int LONGEST = 1_000;

    /// The text of a meaning without blanks around it; null where the profile has no column and no constant for
    /// it.
    @Nullable
    String text(Meaning meaning) {
        int[] places = columns.places().get(meaning);
        if (places == null) {
            return columns.constants().get(meaning);
        }
        return places.length == 1 ? cell(places[0]) : joined(IntStream.of(places));
    }

    /// The text of a meaning; empty where there is none.
    String textOrEmpty(Meaning meaning) {
        String text = text(meaning);
        return text == null ? "" : text;
    }

    /// The text of the instant without its clock time, if that is in a column of its own or a column is empty;
    /// null where it is all one.
    @Nullable
    String date() {
        int[] places = columns.places().get(Meaning.INSTANT);
        if (places == null || places.length == 1) {
            return null;
        }
        boolean whole = columns.clockPlace() < 0
                && IntStream.of(places).noneMatch(place -> cell(place).isEmpty());
        return whole ? null : joined(IntStream.of(places).filter(place -> place != columns.clockPlace()));
    }

    /// The text of a column.
    String column(String name) {
        Integer place = columns.byName().get(name);
        return place == null ? "" : cell(place);
    }

    private String cell(int place) {
        return row.cells().get(place).strip();
    }

    private String joined(IntStream places) {
        return places.mapToObj(this::cell).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

    long line() {
        return row.line();
    }

    /// Whether a text is longer than any of a calendar: texts are kept, some of them for thousands of rows.
    boolean isTooLong() {
        return row.cells().stream().anyMatch(cell -> cell.length() > LONGEST);
    }

    /// Whether a text holds what the store cannot keep: the letter NUL, or half of a surrogate pair.
    boolean isUnstorable() {
        List<String> cells = row.cells();
        for (String cell : cells) {
            if (!StorableText.is(cell)) {
                return true;
            }
        }
        return false;
    }
}
