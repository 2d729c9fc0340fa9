package org.macroedge.server.cli.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.view.HeatMap;
import org.macroedge.server.bias.view.HeatMapCell;
import org.macroedge.server.bias.view.HeatMapTotal;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Style;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;

/// The surprises of each region and category, for a reader.
public final class HeatMapTable {

    private HeatMapTable() {}

    /// Prints an answer.
    public static void print(Page page, HeatMap map) {
        Heading.print(page, map.run());
        Map<String, HeatMapCell> cells =
                map.cells().stream().collect(Collectors.toMap(cell -> cell.region() + cell.category(), cell -> cell));
        List<Column> columns = new ArrayList<>(List.of(Column.words("")));
        map.categories().forEach(category -> columns.add(Column.numbers(category)));
        columns.add(Column.numbers("all"));
        Map<String, HeatMapTotal> totals =
                map.totals().stream().collect(Collectors.toMap(HeatMapTotal::region, total -> total));
        Table table = new Table("", columns);
        for (String region : map.regions()) {
            List<Word> row = new ArrayList<>(List.of(Word.strong(region)));
            map.categories().forEach(category -> row.add(word(cells.get(region + category))));
            row.add(margin(totals.get(region)));
            table.row(row, List.of());
        }
        table.print(page);
        page.line();
        page.text("Positive is stronger, hotter, tighter. " + Numbers.NONE
                + ": no active signal. Blank: the catalogue has no indicator. all: the region's surprise index.");
    }

    private static Word word(@Nullable HeatMapCell cell) {
        return cell == null || cell.indicators() == 0 ? Word.of("") : word(cell.z());
    }

    private static Word margin(@Nullable HeatMapTotal total) {
        return total == null ? Word.of("") : word(total.z());
    }

    private static Word word(@Nullable Double z) {
        return z == null ? Word.of(Numbers.NONE) : new Word(Numbers.decimals(z), Style.of(z));
    }
}
