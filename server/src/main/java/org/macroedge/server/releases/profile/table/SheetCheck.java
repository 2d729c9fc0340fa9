package org.macroedge.server.releases.profile.table;

import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads a sheet once before its cells are read, and bounds what readers keep of it: the cells of a row, names,
/// elements within elements, formulas that cells share.
final class SheetCheck {

    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;
    private static final int DEEPEST = 64;
    private static final int MOST_NAMES = 1_000;
    /// For each cell with a formula, the reader goes through all formulas of a range.
    private static final int MOST_RANGES = 1_000;
    private static final int MOST_SHARED = 50_000;
    private static final int MOST_LETTERS_SHARED = 8_000_000;
    private static final Pattern CELL = Pattern.compile("([A-W]?[A-Z]{1,2}|X[A-E][A-Z]|XF[A-D])[1-9][0-9]{0,6}");
    private static final Pattern ROW = Pattern.compile("[1-9][0-9]{0,6}");

    private final XMLStreamReader reader;
    private final Set<String> names = new HashSet<>();
    private final Set<String> shared = new HashSet<>();
    private int depth;
    private int rows;
    private int cells;
    private int ranges;
    private long letters;
    private long lettersShared;
    private boolean inShared;

    private SheetCheck(XMLStreamReader reader) {
        this.reader = reader;
    }

    /// @throws TableFault where the sheet has what no sheet has
    static void check(XMLInputFactory xml, InputStream content) throws XMLStreamException, TableFault {
        new SheetCheck(xml.createXMLStreamReader(content)).check();
    }

    private void check() throws XMLStreamException, TableFault {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(reader.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    inShared = false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> count(reader.getTextLength());
                default -> {}
            }
        }
    }

    private void count(int more) throws TableFault {
        letters += more;
        lettersShared += inShared ? more : 0;
        if (letters > RowLimit.MOST_LETTERS) {
            throw new TableFault(1, TableMessage.LONG_ROW_OF_SPREADSHEET, RowLimit.MOST_LETTERS);
        }
        if (lettersShared > MOST_LETTERS_SHARED) {
            throw tooMuch();
        }
    }

    private void start(String element) throws TableFault {
        names.add(element);
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            names.add(reader.getAttributeLocalName(index));
        }
        if (++depth > DEEPEST || names.size() > MOST_NAMES) {
            throw tooMuch();
        }
        switch (element) {
            case "row" -> startRow();
            case "c" -> startCell();
            case "f" -> startFormula();
            default -> {}
        }
    }

    private void startRow() throws TableFault {
        letters = 0;
        cells = 0;
        if (++rows > MOST_ROWS) {
            throw tooLarge();
        }
        String place = reader.getAttributeValue(null, "r");
        if (place != null && (!ROW.matcher(place).matches() || Integer.parseInt(place) > MOST_ROWS)) {
            throw WorkbookCheck.damaged();
        }
    }

    private void startCell() throws TableFault {
        if (++cells > MOST_COLUMNS) {
            throw tooLarge();
        }
        String place = reader.getAttributeValue(null, "r");
        if (place != null && !CELL.matcher(place).matches()) {
            throw WorkbookCheck.damaged();
        }
    }

    private void startFormula() throws TableFault {
        String type = reader.getAttributeValue(null, "t");
        if (type == null) {
            return;
        }
        inShared = true;
        if (type.equals("array")) {
            ranges++;
        } else {
            shared.add(String.valueOf(reader.getAttributeValue(null, "si")));
        }
        if (ranges > MOST_RANGES || shared.size() > MOST_SHARED) {
            throw tooMuch();
        }
    }

    private static TableFault tooLarge() {
        return new TableFault(1, TableMessage.LARGE_SHEET, MOST_ROWS, MOST_COLUMNS);
    }

    private static TableFault tooMuch() {
        return new TableFault(1, TableMessage.SPREADSHEET_EXPANDS_TOO_FAR);
    }
}
