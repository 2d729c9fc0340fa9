package org.macroedge.server.sources.census;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
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
    private static final String COUNTRY = "US";
    private static final String NO_ERROR = "0";
    private static final String ADJUSTMENT = "is_adj";
    private static final Set<String> ADJUSTED = Set.of("0", "1");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM-uuuu", Locale.US);

    /// What stands where a figure is not available or was suppressed.
    private static final Set<String> MISSING = Set.of("", "(NA)", "NA", "(S)", "(X)");

    private final CensusTables tables;
    private final Map<String, String> months = new HashMap<>();
    private final List<Wanted> series;

    /// A series that is asked for, by the numbers that the file gives its parts, and the figures of it so far.
    private record Wanted(
            String key,
            String category,
            String dataType,
            String area,
            String adjusted,
            Periods periods,
            List<Observation> figures) {

        boolean has(NamedCsvRecord row) {
            return cell(row, "cat_idx").equals(category)
                    && cell(row, "dt_idx").equals(dataType)
                    && cell(row, "geo_idx").equals(area)
                    && cell(row, "et_idx").equals(NO_ERROR)
                    && cell(row, ADJUSTMENT).equals(adjusted);
        }
    }

    private CensusFile(Payload payload, List<String> keys) {
        this.tables = CensusTables.of(payload.body());
        tables.rows(MONTHS).forEach(row -> months.put(cell(row, "per_idx"), cell(row, "per_name")));
        this.series = keys.stream().map(key -> wanted(key, payload)).toList();
    }

    /// @param keys all of one program
    static List<Observation> read(Payload payload, List<String> keys) {
        CensusFile file = new CensusFile(payload, keys);
        file.tables.eachFigure(file::take);
        List<Observation> figures =
                file.series.stream().flatMap(known -> known.figures().stream()).toList();
        if (figures.isEmpty()) {
            throw SourceFault.noRows();
        }
        return figures;
    }

    private Wanted wanted(String key, Payload payload) {
        CensusKey named = CensusKey.of(key);
        return new Wanted(
                key,
                number(CATEGORIES, "cat_idx", "cat_code", named.category()),
                number(TYPES, "dt_idx", "dt_code", named.dataType()),
                number(AREAS, "geo_idx", "geo_code", COUNTRY),
                named.adjusted().equals("yes") ? "1" : "0",
                new Periods(key, payload),
                new ArrayList<>());
    }

    private void take(NamedCsvRecord row) {
        String adjusted = cell(row, ADJUSTMENT);
        if (!ADJUSTED.contains(adjusted)) {
            throw SourceFault.notUnderstood("`" + ADJUSTMENT + "` is " + adjusted);
        }
        series.stream().filter(known -> known.has(row)).forEach(known -> {
            LocalDate first =
                    month(months.getOrDefault(cell(row, "per_idx"), "?")).atDay(1);
            known.periods().add(first);
            String value = cell(row, "val");
            if (!MISSING.contains(value)) {
                known.figures().add(new Observation(known.key(), Frequency.MONTHLY, first, JsonFields.number(value)));
            }
        });
    }

    private String number(String table, String index, String code, String wanted) {
        List<String> numbers = tables.rows(table).stream()
                .filter(row -> cell(row, code).equals(wanted))
                .map(row -> cell(row, index))
                .toList();
        if (numbers.size() != 1
                || tables.rows(table).stream()
                                .filter(row -> cell(row, index).equals(numbers.getFirst()))
                                .count()
                        != 1) {
            throw SourceFault.notUnderstood("`" + wanted + "` is not once in " + table);
        }
        return numbers.getFirst();
    }

    private static String cell(NamedCsvRecord row, String name) {
        return row.findField(name).orElseThrow(() -> SourceFault.notUnderstood("column `" + name + "` is missing"));
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text, MONTH);
        } catch (DateTimeException noMonth) {
            throw SourceFault.notUnderstood("\"" + text + "\" is not a month");
        }
    }
}
