package org.macroedge.server.sources.eurostat;

import static org.macroedge.server.sources.series.JsonFields.field;
import static org.macroedge.server.sources.series.JsonFields.list;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.JsonFields;
import tools.jackson.databind.JsonNode;

/// A dataset in JSON-stat: a cube whose figures stand in one row, the last dimension changing first. Reads version 2.0,
/// and the bundles of the service before it, in which the dataset is the only member and holds its dimensions in
/// `dimension`.
///
/// @param dimensions their names, in the order of the cube
/// @param codes of each dimension, in order
/// @param figures by their place
record JsonStat(List<String> dimensions, List<List<String>> codes, Map<Integer, BigDecimal> figures) {

    /// More cells than any answer to one series has.
    private static final long MOST_CELLS = 1_000_000;

    JsonStat {
        dimensions = List.copyOf(dimensions);
        codes = codes.stream().map(List::copyOf).toList();
        figures = new TreeMap<>(figures);
    }

    /// A figure and the code of each dimension.
    record Cell(Map<String, String> codes, BigDecimal value) {}

    /// @throws SourceFault where the answer is not a cube, or has figures beyond its size
    static JsonStat of(JsonNode answer) {
        JsonNode dataset = answer.has("dimension") || answer.size() != 1
                ? answer
                : answer.values().iterator().next();
        JsonNode dimension = field(dataset, "dimension");
        JsonNode shape = dataset.has("id") ? dataset : dimension;
        List<String> names = new ArrayList<>();
        list(shape, "id").forEach(name -> names.add(name.asString("")));
        List<List<String>> codes = new ArrayList<>();
        long cells = 1;
        for (String name : names) {
            codes.add(codes(field(field(field(dimension, name), "category"), "index")));
            cells *= codes.getLast().size();
            if (cells > MOST_CELLS) {
                throw SourceFault.notUnderstood("it has more than " + MOST_CELLS + " cells");
            }
        }
        checkSizes(list(shape, "size"), names, codes);
        return new JsonStat(names, codes, figures(field(dataset, "value"), (int) cells));
    }

    private static void checkSizes(JsonNode sizes, List<String> names, List<List<String>> codes) {
        List<String> stated = new ArrayList<>();
        sizes.forEach(size -> stated.add(size.toString()));
        List<String> found = codes.stream().map(List::size).map(String::valueOf).toList();
        if (!stated.equals(found) || new HashSet<>(names).size() != names.size()) {
            throw SourceFault.notUnderstood("`size` " + stated + " is not that of its dimensions, " + found);
        }
    }

    private static List<String> codes(JsonNode index) {
        String[] ordered = new String[index.size()];
        index.properties().forEach(entry -> {
            int place = entry.getValue().isInt() ? entry.getValue().asInt() : -1;
            if (place < 0 || place >= ordered.length || ordered[place] != null) {
                throw SourceFault.notUnderstood("`index` does not number its categories");
            }
            ordered[place] = entry.getKey();
        });
        if (Arrays.asList(ordered).contains(null)) {
            throw SourceFault.notUnderstood("`index` does not number its categories");
        }
        return List.of(ordered);
    }

    private static Map<Integer, BigDecimal> figures(JsonNode values, int cells) {
        Map<Integer, BigDecimal> figures = new TreeMap<>();
        if (values.isArray() && values.size() != cells || !values.isArray() && !values.isObject()) {
            throw SourceFault.notUnderstood("`value` has not one figure for each cell");
        }
        for (int place = 0; values.isArray() && place < cells; place++) {
            add(figures, place, values.get(place));
        }
        values.properties().forEach(entry -> add(figures, place(entry.getKey(), cells), entry.getValue()));
        return figures;
    }

    private static int place(String text, int cells) {
        int place = text.matches("0|[1-9][0-9]{0,6}") ? Integer.parseInt(text) : cells;
        if (place >= cells) {
            throw SourceFault.notUnderstood("`value` has a figure at " + text + " of " + cells);
        }
        return place;
    }

    private static void add(Map<Integer, BigDecimal> figures, int place, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        if (!value.isNumber()) {
            throw SourceFault.notUnderstood("a figure is not a number");
        }
        figures.put(place, JsonFields.number(value.decimalValue().toPlainString()));
    }

    /// The figures in the order of the cube; those that are missing are left out.
    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        figures.forEach((place, value) -> cells.add(new Cell(codesAt(place), value)));
        return cells;
    }

    private Map<String, String> codesAt(int place) {
        Map<String, String> cell = new TreeMap<>();
        int rest = place;
        for (int number = dimensions.size() - 1; number >= 0; number--) {
            List<String> categories = codes.get(number);
            cell.put(dimensions.get(number), categories.get(rest % categories.size()));
            rest /= categories.size();
        }
        return cell;
    }
}
