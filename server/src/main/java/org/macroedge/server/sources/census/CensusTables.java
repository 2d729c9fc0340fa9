package org.macroedge.server.sources.census;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.PlainText;

/// The tables in a download file: a file in a ZIP archive, in which the name of a table stands on a line of its own, in
/// front of its rows, of which the first has the names of the columns. Notes are left out. The table of figures, by
/// far the longest, is read row by row.
final class CensusTables {

    private static final String FIGURES = "DATA";
    private static final Set<String> TABLES =
            Set.of("CATEGORIES", "DATA TYPES", "ERROR TYPES", "GEO LEVELS", "TIME PERIODS", FIGURES);
    private static final Set<String> NOTES = Set.of("NOTES", "DATA UPDATED ON");
    private static final String MAIN_FILE = "-mf.csv";

    /// All programs together are smaller.
    private static final int MOST_BYTES = 64 << 20;

    private final Map<String, List<NamedCsvRecord>> tables;
    private final String figures;

    private CensusTables(Map<String, List<NamedCsvRecord>> tables, String figures) {
        this.tables = tables;
        this.figures = figures;
    }

    /// @throws SourceFault where the archive or a table but that of figures cannot be read, or there are no figures
    static CensusTables of(byte[] archive) {
        Map<String, StringBuilder> texts = new HashMap<>();
        StringBuilder table = new StringBuilder();
        for (String line : (Iterable<String>) mainFile(archive).lines().map(String::strip)::iterator) {
            if (TABLES.contains(line)) {
                table = new StringBuilder();
                if (texts.put(line, table) != null) {
                    throw SourceFault.notUnderstood("`" + line + "` comes twice");
                }
            } else if (NOTES.contains(line)) {
                table = new StringBuilder();
            } else if (!line.isEmpty()) {
                table.append(line).append('\n');
            }
        }
        StringBuilder figures = texts.remove(FIGURES);
        if (figures == null) {
            throw missing(FIGURES);
        }
        Map<String, List<NamedCsvRecord>> tables = new HashMap<>();
        texts.forEach((name, text) -> {
            List<NamedCsvRecord> rows = new ArrayList<>();
            read(name, text.toString(), rows::add);
            tables.put(name, rows);
        });
        return new CensusTables(tables, figures.toString());
    }

    /// The rows of a table.
    ///
    /// @throws SourceFault where there is no such table
    List<NamedCsvRecord> rows(String name) {
        List<NamedCsvRecord> rows = tables.get(name);
        if (rows == null) {
            throw missing(name);
        }
        return rows;
    }

    /// Gives each row of the table of figures.
    ///
    /// @throws SourceFault where one cannot be read
    void eachFigure(Consumer<NamedCsvRecord> taker) {
        read(FIGURES, figures, taker);
    }

    private static void read(String name, String text, Consumer<NamedCsvRecord> taker) {
        PlainText.checkQuotes(text, "`" + name + "`");
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                if (!isWhole(row)) {
                    throw unreadable(name);
                }
                taker.accept(row);
            }
        } catch (CsvParseException | IOException broken) {
            throw unreadable(name);
        }
    }

    /// Whether each column has a name of its own and a cell.
    private static boolean isWhole(NamedCsvRecord row) {
        List<String> columns = row.getHeader();
        return row.getFieldCount() == columns.size() && new HashSet<>(columns).size() == columns.size();
    }

    private static SourceFault unreadable(String table) {
        return SourceFault.notUnderstood("the rows of `" + table + "` cannot be read");
    }

    private static SourceFault missing(String table) {
        return SourceFault.notUnderstood("`" + table + "` is missing");
    }

    private static String mainFile(byte[] archive) {
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                if (file.getName().endsWith(MAIN_FILE)) {
                    byte[] text = files.readNBytes(MOST_BYTES + 1);
                    if (text.length > MOST_BYTES) {
                        throw SourceFault.notUnderstood("its file is longer than " + MOST_BYTES + " bytes");
                    }
                    return PlainText.of(text);
                }
            }
        } catch (IOException broken) {
            throw SourceFault.notUnderstood("it is not a whole ZIP archive");
        }
        throw SourceFault.notUnderstood("no file in it ends with " + MAIN_FILE);
    }
}
