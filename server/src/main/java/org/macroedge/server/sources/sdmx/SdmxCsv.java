package org.macroedge.server.sources.sdmx;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.PlainText;

/// Reads SDMX-CSV, which has one row for each period of each series. The European Central Bank has the whole name of a
/// series in a column of its own. Others have a column for each dimension, in front of the period (SDMX-CSV 1.0 and
/// 2.0), and the dataset in one that is written in several ways.
public final class SdmxCsv {

    /// In front of the dimensions.
    private static final Set<String> OF_THE_DATASET =
            Set.of("DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION");

    private static final String KEY = "KEY";
    private static final String PERIOD = "TIME_PERIOD";

    private SdmxCsv() {}

    /// The figures of an answer; those that are missing are left out.
    ///
    /// @param keys those that were asked for, all of one dataset where its answers have no column of the key
    /// @throws SourceFault where the answer is of another form, has a row that was not asked for, or no figure
    public static List<Observation> read(Payload payload, List<String> keys) {
        SdmxFigures figures = new SdmxFigures(payload, keys);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text(payload.body()))) {
            for (NamedCsvRecord row : rows) {
                add(row, figures);
            }
        } catch (CsvParseException | NoSuchElementException | IOException unreadable) {
            throw SourceFault.notUnderstood("it is not SDMX-CSV with FREQ, TIME_PERIOD and OBS_VALUE");
        }
        return figures.all();
    }

    private static void add(NamedCsvRecord row, SdmxFigures figures) {
        Optional<String> key = row.findField(KEY);
        String frequency = row.getField("FREQ");
        String period = row.getField(PERIOD);
        String value = row.getField("OBS_VALUE");
        if (key.isPresent()) {
            figures.addWhole(key.get(), frequency, period, value);
        } else {
            figures.add(dimensions(row), frequency, period, value);
        }
    }

    private static String dimensions(NamedCsvRecord row) {
        return row.getHeader().stream()
                .takeWhile(column -> !column.equals(PERIOD))
                .filter(column -> !OF_THE_DATASET.contains(column))
                .map(row::getField)
                .collect(Collectors.joining("."));
    }

    private static String text(byte[] body) {
        String text = PlainText.of(body);
        PlainText.checkQuotes(text, "it");
        return text;
    }
}
