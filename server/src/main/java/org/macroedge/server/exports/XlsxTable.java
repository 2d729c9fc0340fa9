package org.macroedge.server.exports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/// Writes rows as a workbook of two sheets: the rows, and what they are. Only some rows are in memory at a time.
///
/// The library states the time of writing in each workbook. It is left out here, so that equal rows give equal bytes;
/// to that end the workbook is written to a temporary file first. An export with too many rows has then sent no byte
/// yet.
final class XlsxTable {

    private static final String PROPERTIES = "docProps/core.xml";
    private static final String WRITTEN_AT = "<dcterms:created.*?</dcterms:created>";

    /// The first one that a ZIP file can state.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private XlsxTable() {}

    static void write(OutputStream out, ExportOrigin origin, List<Column> columns, RowSource rows) throws IOException {
        Path file = Files.createTempFile("export-", ".xlsx");
        try {
            try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(file));
                    Workbook book = new Workbook(target, "macro-edge", null)) {
                XlsxRows.write(book.newWorksheet(origin.name()), columns, rows);
                XlsxAbout.write(book.newWorksheet("about"), origin, columns);
            }
            copy(file, out);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void copy(Path file, OutputStream out) throws IOException {
        try (ZipFile written = new ZipFile(file.toFile())) {
            ZipOutputStream target = new ZipOutputStream(out);
            for (ZipEntry entry : Collections.list(written.entries())) {
                ZipEntry copied = new ZipEntry(entry.getName());
                copied.setTimeLocal(NO_TIME);
                target.putNextEntry(copied);
                if (entry.getName().equals(PROPERTIES)) {
                    target.write(properties(written, entry));
                } else {
                    written.getInputStream(entry).transferTo(target);
                }
                target.closeEntry();
            }
            target.finish();
        }
    }

    private static byte[] properties(ZipFile written, ZipEntry entry) throws IOException {
        String text = new String(written.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        return text.replaceFirst(WRITTEN_AT, "").getBytes(StandardCharsets.UTF_8);
    }
}
