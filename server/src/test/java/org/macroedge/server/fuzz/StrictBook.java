package org.macroedge.server.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// The first sheet of a workbook, read as a whole document. It knows the number formats of the workbooks of the tests:
/// style 1 is a date, 2 a date with its time, 3 a percentage, 4 a time.
final class StrictBook {

    private static final LocalDate START = LocalDate.of(1899, 12, 30);
    private static final BigDecimal DAY = BigDecimal.valueOf(86_400);

    private final Map<String, byte[]> parts = new HashMap<>();

    private StrictBook() {}

    /// The rows of the sheet, each with its cells from the first column on.
    static List<List<String>> rows(byte[] bytes) throws StrictFault {
        try {
            StrictBook book = new StrictBook();
            book.unpack(bytes);
            return book.rows();
        } catch (IOException | SAXException | ParserConfigurationException | RuntimeException damage) {
            throw new StrictFault("damaged: " + damage);
        }
    }

    /// The parts that the directory at the end of the file names, each with its checksum.
    private void unpack(byte[] bytes) throws IOException, StrictFault {
        Path file = Files.createTempFile("strict", ".xlsx");
        Files.write(file, bytes);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                byte[] content = zip.getInputStream(part).readAllBytes();
                CRC32 sum = new CRC32();
                sum.update(content);
                if (parts.put(part.getName(), content) != null || sum.getValue() != part.getCrc()) {
                    throw new StrictFault("two parts of one name, or another checksum");
                }
            }
        } finally {
            Files.delete(file);
        }
    }

    private Document document(String name) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new ByteArrayInputStream(parts.get(name)));
    }

    private List<List<String>> rows() throws IOException, SAXException, ParserConfigurationException, StrictFault {
        NodeList rows = document("xl/worksheets/sheet1.xml").getElementsByTagName("row");
        List<List<String>> all = new ArrayList<>();
        for (int index = 0; index < rows.getLength(); index++) {
            List<String> row = row((Element) rows.item(index));
            if (row.stream().anyMatch(text -> !text.isBlank())) {
                all.add(row);
            }
        }
        return all;
    }

    private List<String> row(Element row) throws StrictFault {
        TreeMap<Integer, String> cells = new TreeMap<>();
        NodeList children = row.getElementsByTagName("c");
        for (int index = 0; index < children.getLength(); index++) {
            Element cell = (Element) children.item(index);
            String place = cell.getAttribute("r");
            int column = place.isEmpty() ? index : column(place);
            cells.put(column, text(cell));
        }
        List<String> texts = new ArrayList<>();
        for (int column = 0; !cells.isEmpty() && column <= cells.lastKey(); column++) {
            texts.add(cells.getOrDefault(column, ""));
        }
        return texts;
    }

    private static int column(String place) throws StrictFault {
        String letters = place.replaceAll("[0-9]+$", "");
        if (!letters.matches("[A-Z]{1,3}")) {
            throw new StrictFault("no place: " + place);
        }
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    private static String text(Element cell) {
        String type = cell.getAttribute("t");
        String value = content(cell, "v");
        return switch (type) {
            case "inlineStr" -> content(cell, "t");
            case "str" -> value;
            case "", "n" -> value.isEmpty() ? "" : number(new BigDecimal(value.strip()), cell.getAttribute("s"));
            case "b" -> value.equals("1") ? "true" : "false";
            default -> "";
        };
    }

    private static String content(Element cell, String name) {
        NodeList found = cell.getElementsByTagName(name);
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < found.getLength(); index++) {
            text.append(found.item(index).getTextContent());
        }
        return text.toString();
    }

    private static String number(BigDecimal number, @Nullable String style) {
        if (Math.abs((long) number.scale()) > 60) {
            return "?";
        }
        boolean dated = number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(2_958_465)) <= 0;
        return switch (String.valueOf(style)) {
            case "1" -> dated ? moment(number).toLocalDate().toString() : number.toPlainString();
            case "2" -> dated ? moment(number).toString().replace('T', ' ') : number.toPlainString();
            case "3" -> number.movePointRight(2).toPlainString() + "%";
            default -> number.toPlainString();
        };
    }

    private static LocalDateTime moment(BigDecimal number) {
        BigDecimal days = number.setScale(0, RoundingMode.FLOOR);
        long seconds = number.subtract(days)
                .multiply(DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return START.plusDays(days.longValueExact()).atStartOfDay().plusSeconds(seconds);
    }
}
