package org.macroedge.server.sources.census;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.macroedge.server.sources.SourceFault;

/// The tables in a download file: a file in a ZIP archive, in which the name of a table stands on a line of its own, in
/// front of its rows, of which the first has the names of the columns. Notes are left out.
final class CensusTables {

    private static final Set<String> TABLES =
            Set.of("CATEGORIES", "DATA TYPES", "ERROR TYPES", "GEO LEVELS", "TIME PERIODS", "DATA");
    private static final Set<String> NOTES = Set.of("NOTES", "DATA UPDATED ON");
    private static final String MAIN_FILE = "-mf.csv";

    /// All programs together are smaller.
    private static final int MOST_BYTES = 64 << 20;

    private CensusTables() {}

    /// @return the rows of each table, by the names of their columns
    /// @throws SourceFault where the archive or a table cannot be read
    static Map<String, List<Map<String, String>>> of(byte[] archive) {
        Map<String, StringBuilder> texts = new HashMap<>();
        StringBuilder table = new StringBuilder();
        for (String line : mainFile(archive).lines().map(String::strip).toList()) {
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
        Map<String, List<Map<String, String>>> tables = new HashMap<>();
        texts.forEach((name, text) -> tables.put(name, rows(name, text.toString())));
        return tables;
    }

    private static List<Map<String, String>> rows(String name, String text) {
        if (text.chars().filter(letter -> letter == '"').count() % 2 != 0) {
            throw SourceFault.notUnderstood("a quote in `" + name + "` does not end");
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            return rows.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (CsvParseException | IOException | IllegalStateException broken) {
            throw SourceFault.notUnderstood("the rows of `" + name + "` cannot be read");
        }
    }

    private static String mainFile(byte[] archive) {
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                if (file.getName().endsWith(MAIN_FILE)) {
                    byte[] text = files.readNBytes(MOST_BYTES + 1);
                    if (text.length > MOST_BYTES) {
                        throw SourceFault.notUnderstood("its file is longer than " + MOST_BYTES + " bytes");
                    }
                    return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(text))
                            .toString();
                }
            }
        } catch (IOException broken) {
            throw SourceFault.notUnderstood("it is not a whole ZIP archive with text in UTF-8");
        }
        throw SourceFault.notUnderstood("no file in it ends with " + MAIN_FILE);
    }
}
