package org.macroedge.server.releases.profile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Makes a small workbook, the way spreadsheet programs write it. Style 1 is a date, 2 a date and time, 3 a
/// percentage, 4 a time of day.
public final class Workbook {

    private static final String TYPES = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/>
        <Override PartName="/xl/workbook.xml"
          ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
        <Override PartName="/xl/styles.xml"
          ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
        </Types>\
        """;
    private static final String RELATIONS = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="r1" Target="xl/workbook.xml"
          Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
        </Relationships>\
        """;
    private static final String BOOK = """
        <?xml version="1.0" encoding="UTF-8"?>
        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
          xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
        <sheets><sheet name="Notes" sheetId="1" r:id="s1"/><sheet name="Data" sheetId="2" r:id="s2"/></sheets>
        </workbook>\
        """;
    private static final String BOOK_RELATIONS = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="s1" Target="worksheets/sheet1.xml"
          Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>
        <Relationship Id="s2" Target="worksheets/sheet2.xml"
          Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>
        <Relationship Id="st" Target="styles.xml"
          Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>
        </Relationships>\
        """;
    private static final String STYLES = """
        <?xml version="1.0" encoding="UTF-8"?>
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
        <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>
        <cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/>
        <xf numFmtId="20"/></cellXfs>
        </styleSheet>\
        """;
    private static final String SHEET = """
        <?xml version="1.0" encoding="UTF-8"?>
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData>
        </worksheet>\
        """;

    private Workbook() {}

    /// A workbook of two sheets, `Notes` and `Data`.
    ///
    /// @param notes the rows of the first, and `data` those of the second: cells such as `text`, `=44442@1` for a
    /// number with its style, `=5` for a plain one, separated by `;`
    public static byte[] of(String notes, String data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "[Content_Types].xml", TYPES);
            add(zip, "_rels/.rels", RELATIONS);
            add(zip, "xl/workbook.xml", BOOK);
            add(zip, "xl/_rels/workbook.xml.rels", BOOK_RELATIONS);
            add(zip, "xl/styles.xml", STYLES);
            add(zip, "xl/worksheets/sheet1.xml", SHEET.formatted(rows(notes)));
            add(zip, "xl/worksheets/sheet2.xml", SHEET.formatted(rows(data)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// A small workbook with other parts, each in place of that of its name.
    public static byte[] with(Map<String, String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(of("event;at;actual", "")));
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (!texts.containsKey(part.getName())) {
                    add(zip, part.getName(), new String(parts.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            for (Map.Entry<String, String> part : texts.entrySet()) {
                add(zip, part.getKey(), part.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String rows(String text) {
        StringBuilder rows = new StringBuilder();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            rows.append("<row r=\"").append(number).append("\">");
            String[] cells = line.split(";", -1);
            for (int column = 0; column < cells.length; column++) {
                rows.append(cell("" + (char) ('A' + column) + number, cells[column]));
            }
            rows.append("</row>");
        }
        return rows.toString();
    }

    private static String cell(String place, String text) {
        if (text.isEmpty()) {
            return "";
        }
        if (!text.startsWith("=")) {
            return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
        }
        String[] parts = text.substring(1).split("@");
        String style = parts.length > 1 ? " s=\"" + parts[1] + "\"" : "";
        return "<c r=\"" + place + "\"" + style + "><v>" + parts[0] + "</v></c>";
    }
}
