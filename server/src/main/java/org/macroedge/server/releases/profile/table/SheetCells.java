package org.macroedge.server.releases.profile.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// The texts of the cells of a sheet.
final class SheetCells {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
    /// More digits than a spreadsheet writes: to write them out could fill the memory.
    private static final int MOST_DIGITS = 400;
    private static final MathContext EXCEL_DIGITS = new MathContext(15);
    private static final LocalDate FIRST_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    /// What of a number format is not a letter of a date: texts in quotes, colours and conditions, escaped
    /// letters.
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.");

    private static final Pattern DATE_LETTERS = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_LETTERS = Pattern.compile("[yd]", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOCK_LETTERS = Pattern.compile("[hs]", Pattern.CASE_INSENSITIVE);

    private SheetCells() {}

    /// The text of a cell; empty where there is none, and for an error such as #N/A.
    static String text(Row row, int place, boolean dates1904) {
        Cell cell = place < row.getCellCount() ? row.getCell(place) : null;
        if (cell == null || cell.getType() == CellType.ERROR || cell.getType() == CellType.EMPTY) {
            return "";
        }
        BigDecimal number = cell.getValue() instanceof BigDecimal value ? value : null;
        return number == null ? cell.getText() : text(number, format(cell), dates1904);
    }

    private static String format(Cell cell) {
        @Nullable String format = cell.getDataFormatString();
        return format == null ? "" : QUOTED.matcher(format).replaceAll("");
    }

    private static String text(BigDecimal number, String format, boolean dates1904) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS) {
            return number.toString();
        }
        boolean dated = DATE_LETTERS.matcher(format).find()
                && number.signum() >= 0
                && number.compareTo(LAST_DAY) <= 0
                && !format.contains("General");
        if (dated) {
            return date(number, format, dates1904);
        }
        return format.contains("%") ? plain(number.movePointRight(2)) + "%" : plain(number);
    }

    private static String date(BigDecimal number, String format, boolean dates1904) {
        BigDecimal days = number.setScale(0, RoundingMode.FLOOR);
        long seconds = number.subtract(days)
                .multiply(SECONDS_PER_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        LocalDateTime shown = (dates1904 ? FIRST_1904 : FIRST_1900)
                .plusDays(days.longValueExact())
                .atStartOfDay()
                .plusSeconds(seconds);
        LocalTime clock = shown.toLocalTime();
        if (!DAY_LETTERS.matcher(format).find()) {
            return TIME.format(clock);
        }
        return CLOCK_LETTERS.matcher(format).find()
                ? shown.toLocalDate() + " " + TIME.format(clock)
                : shown.toLocalDate().toString();
    }

    /// Binary fractions are written with up to 17 digits; Excel shows at most 15.
    private static String plain(BigDecimal number) {
        BigDecimal shown = number.precision() > EXCEL_DIGITS.getPrecision() ? number.round(EXCEL_DIGITS) : number;
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }
}
