package org.macroedge.server.sources.treasury;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.server.prices.FetchedPrices;
import org.macroedge.server.prices.profile.Bar;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.JsonFields;
import org.macroedge.server.sources.series.NamedRows;

/// Reads the table of a year: `Date` as in `11/25/2026`, and a column for each maturity in per cent. A maturity
/// that was not quoted on a day is empty.
final class TreasuryTable {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    private static final String MISSING = "N/A";

    private TreasuryTable() {}

    static List<FetchedPrices.Day> read(Payload payload, List<PriceSeries> series) {
        List<FetchedPrices.Day> days = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        List<String> columns = series.stream().map(TreasuryTable::column).toList();
        NamedRows.read(payload, "of yields with Date and " + columns, row -> {
            LocalDate date = date(row.getField("Date"), payload.request());
            if (!seen.add(date)) {
                throw SourceFault.notUnderstood(date + " comes twice");
            }
            series.forEach(yields -> days.add(day(yields, date, row.getField(column(yields)))));
        });
        if (days.isEmpty()) {
            throw SourceFault.noRows();
        }
        return days;
    }

    /// The column of a symbol: the number, a blank and the unit.
    static String column(PriceSeries series) {
        return series.symbol().replaceFirst("(?<=[0-9])(?=[A-Z])", " ");
    }

    private static LocalDate date(String text, String year) {
        try {
            LocalDate date = LocalDate.parse(text, DATE);
            if (String.valueOf(date.getYear()).equals(year)) {
                return date;
            }
        } catch (DateTimeException unreadable) {
            // falls through to the fault
        }
        throw SourceFault.notUnderstood("\"" + text + "\" is not a date of " + year);
    }

    private static FetchedPrices.Day day(PriceSeries yields, LocalDate date, String text) {
        return new FetchedPrices.Day(
                yields,
                date,
                text.isEmpty() || text.equals(MISSING) ? null : new Bar(null, null, null, JsonFields.number(text)));
    }
}
