package org.macroedge.server.sources.sdmx;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.JsonFields;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.Periods;
import org.macroedge.server.sources.series.PlainText;

/// Reads SDMX-CSV, which has one row for each period of each series. A series is named by its dataset and its
/// dimensions, with dots between them. The European Central Bank has that name in a column of its own. Others have a
/// column for each dimension, in front of the period (SDMX-CSV 1.0 and 2.0), and the dataset in one that is written in
/// several ways.
public final class SdmxCsv {

    /// In front of the dimensions.
    private static final Set<String> OF_THE_DATASET =
            Set.of("DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION");

    private static final String KEY = "KEY";
    private static final String PERIOD = "TIME_PERIOD";

    private static final String MISSING = "NaN";

    private SdmxCsv() {}

    /// The figures of an answer; those that are missing are left out.
    ///
    /// @param keys those that were asked for, all of one dataset where its answers have no column of the key
    /// @throws SourceFault where the answer is of another form, has a row that was not asked for, or no figure
    public static List<Observation> read(Payload payload, List<String> keys) {
        LocalDate today = LocalDate.ofInstant(payload.fetchedAt(), ZoneOffset.UTC);
        List<Observation> figures = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text(payload.body()))) {
            for (NamedCsvRecord row : rows) {
                String name = name(row);
                String key = asked(name, row.findField(KEY).isPresent(), keys);
                String period = row.getField(PERIOD);
                if (key == null || !seen.add(key + " " + period)) {
                    throw SourceFault.notUnderstood(name + " " + period + " was not asked for, or comes twice");
                }
                Observation figure = figure(key, period, row, today);
                if (figure != null) {
                    figures.add(figure);
                }
            }
        } catch (CsvParseException | NoSuchElementException | IOException unreadable) {
            throw SourceFault.notUnderstood("it is not SDMX-CSV with FREQ, TIME_PERIOD and OBS_VALUE");
        }
        if (figures.isEmpty()) {
            throw SourceFault.noRows();
        }
        return figures;
    }

    private static String name(NamedCsvRecord row) {
        return row.findField(KEY)
                .orElseGet(() -> row.getHeader().stream()
                        .takeWhile(column -> !column.equals(PERIOD))
                        .filter(column -> !OF_THE_DATASET.contains(column))
                        .map(row::getField)
                        .collect(Collectors.joining(".")));
    }

    private static @Nullable String asked(String name, boolean isWhole, List<String> keys) {
        return keys.stream()
                .filter(key -> name.equals(isWhole ? key : key.substring(key.indexOf('.') + 1)))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Observation figure(String key, String period, NamedCsvRecord row, LocalDate today) {
        Frequency frequency = switch (row.getField("FREQ")) {
            case "M" -> Frequency.MONTHLY;
            case "Q" -> Frequency.QUARTERLY;
            case "D" -> Frequency.IRREGULAR;
            default -> throw SourceFault.notUnderstood("frequency \"" + row.getField("FREQ") + "\"");
        };
        LocalDate first = Periods.firstDay(period, frequency);
        if (first.isAfter(today)) {
            throw SourceFault.notUnderstood(key + " has " + period + " before its time");
        }
        String value = row.getField("OBS_VALUE");
        return value.isEmpty() || value.equals(MISSING)
                ? null
                : new Observation(key, frequency, first, JsonFields.number(value));
    }

    private static String text(byte[] body) {
        String text = PlainText.of(body);
        PlainText.checkQuotes(text, "it");
        return text;
    }
}
