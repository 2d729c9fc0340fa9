package org.macroedge.server.sources.census;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.JsonFields;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.Periods;

/// Reads the download file of a program. Its tables give a number to each category, data type, kind of error, area and
/// month, and rows of such numbers with a figure each. Rows with a kind of error are standard errors.
final class CensusFile {

    private static final String CATEGORIES = "CATEGORIES";
    private static final String TYPES = "DATA TYPES";
    private static final String AREAS = "GEO LEVELS";
    private static final String MONTHS = "TIME PERIODS";
    private static final String ROWS = "DATA";
    private static final String COUNTRY = "US";
    private static final String NO_ERROR = "0";
    private static final Set<String> ADJUSTED = Set.of("0", "1");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM-uuuu", Locale.US);

    /// What stands where a figure is not available or was suppressed.
    private static final Set<String> MISSING = Set.of("", "(NA)", "NA", "(S)", "(X)");

    private final Map<String, List<Map<String, String>>> tables;
    private final Payload payload;

    private CensusFile(Map<String, List<Map<String, String>>> tables, Payload payload) {
        this.tables = tables;
        this.payload = payload;
    }

    /// @param keys all of one program
    static List<Observation> read(Payload payload, List<String> keys) {
        CensusFile file = new CensusFile(CensusTables.of(payload.body()), payload);
        List<Observation> figures = new ArrayList<>();
        keys.forEach(key -> figures.addAll(file.figures(key)));
        if (figures.isEmpty()) {
            throw SourceFault.noRows();
        }
        return figures;
    }

    private List<Observation> figures(String key) {
        CensusKey series = CensusKey.of(key);
        Map<String, String> wanted = Map.of(
                "cat_idx", number(CATEGORIES, "cat_idx", "cat_code", series.category()),
                "dt_idx", number(TYPES, "dt_idx", "dt_code", series.dataType()),
                "geo_idx", number(AREAS, "geo_idx", "geo_code", COUNTRY),
                "et_idx", NO_ERROR,
                "is_adj", series.adjusted().equals("yes") ? "1" : "0");
        Map<String, String> months = months();
        Periods periods = new Periods(key, payload);
        List<Observation> figures = new ArrayList<>();
        for (Map<String, String> row : table(ROWS)) {
            String adjusted = cell(row, "is_adj");
            if (!ADJUSTED.contains(adjusted)) {
                throw SourceFault.notUnderstood("`is_adj` is " + adjusted);
            }
            if (wanted.entrySet().stream().allMatch(part -> part.getValue().equals(cell(row, part.getKey())))) {
                YearMonth month = month(months.getOrDefault(cell(row, "per_idx"), "?"));
                periods.add(month.atDay(1));
                String value = cell(row, "val");
                if (!MISSING.contains(value)) {
                    figures.add(new Observation(key, Frequency.MONTHLY, month.atDay(1), JsonFields.number(value)));
                }
            }
        }
        return figures;
    }

    private Map<String, String> months() {
        Map<String, String> months = new HashMap<>();
        table(MONTHS).forEach(row -> months.put(cell(row, "per_idx"), cell(row, "per_name")));
        return months;
    }

    private String number(String table, String index, String code, String wanted) {
        List<String> numbers = table(table).stream()
                .filter(row -> cell(row, code).equals(wanted))
                .map(row -> cell(row, index))
                .toList();
        if (numbers.size() != 1
                || table(table).stream()
                                .filter(row -> cell(row, index).equals(numbers.getFirst()))
                                .count()
                        != 1) {
            throw SourceFault.notUnderstood("`" + wanted + "` is not once in " + table);
        }
        return numbers.getFirst();
    }

    private List<Map<String, String>> table(String name) {
        List<Map<String, String>> rows = tables.get(name);
        if (rows == null) {
            throw SourceFault.notUnderstood("`" + name + "` is missing");
        }
        return rows;
    }

    private static String cell(Map<String, String> row, String name) {
        String cell = row.get(name);
        if (cell == null) {
            throw SourceFault.notUnderstood("column `" + name + "` is missing");
        }
        return cell;
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text, MONTH);
        } catch (DateTimeException noMonth) {
            throw SourceFault.notUnderstood("\"" + text + "\" is not a month");
        }
    }
}
