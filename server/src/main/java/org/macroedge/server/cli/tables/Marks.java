package org.macroedge.server.cli.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.cli.page.Page;

/// The marks of a table's rows. Those of all rows are said once above it, and each row keeps the others.
final class Marks {

    private static final Set<String> BESIDE_THE_FORECAST =
            Set.of(Mark.NO_FORECAST.code(), Mark.NAIVE_FORECAST.code(), Mark.MODEL_FORECAST.code());

    private final List<String> shared;
    private final Set<Mark> present;

    private Marks(List<String> shared, Collection<List<String>> rows) {
        this.shared = shared;
        this.present = rows.stream()
                .flatMap(List::stream)
                .map(Mark::ofCode)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Mark.class)));
    }

    /// The marks of the rows of a table; of a single row, none counts as shared.
    static Marks of(Collection<List<String>> rows) {
        if (rows.size() < 2) {
            return new Marks(List.of(), rows);
        }
        List<String> shared = new ArrayList<>(rows.iterator().next());
        rows.forEach(shared::retainAll);
        return new Marks(shared, rows);
    }

    /// Says what holds for all rows.
    void printShared(Page page) {
        if (!shared.isEmpty()) {
            page.text("All rows: " + words(shared) + ".");
            page.line();
        }
    }

    /// Says what each mark of the rows means.
    void printMeaning(Page page) {
        present.stream()
                .filter(mark -> mark != Mark.EXPECTED)
                .forEach(mark -> page.text(words(mark.code()) + ": " + mark.sentence()));
    }

    /// The marks of a row that not all have. That a forecast is the rate in force, naive or that of a model stands
    /// beside it.
    String of(List<String> marks) {
        return words(marks.stream()
                .filter(mark -> !shared.contains(mark) && !BESIDE_THE_FORECAST.contains(mark))
                .toList());
    }

    private static String words(List<String> marks) {
        return marks.stream().map(Marks::words).collect(Collectors.joining(", "));
    }

    /// A code in words: `date-only` as `date only`.
    static String words(String code) {
        return code.replace('-', ' ');
    }
}
