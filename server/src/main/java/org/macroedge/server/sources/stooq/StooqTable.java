package org.macroedge.server.sources.stooq;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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
import org.macroedge.server.sources.series.Periods;
import org.macroedge.server.sources.series.SettledDays;

/// Reads the table of a symbol: `Date,Open,High,Low,Close` and perhaps `Volume`. What is no table is a text
/// that says why, with status 200.
final class StooqTable {

    private static final String NO_DATA = "no data";
    private static final String KEY_WANTED = "get your apikey";
    private static final String LIMIT_REACHED = "exceeded the daily hits limit";

    private StooqTable() {}

    static List<FetchedPrices.Day> read(Payload payload, PriceSeries series) {
        String body = new String(payload.body(), StandardCharsets.UTF_8);
        checkText(body.strip().toLowerCase(Locale.ROOT));
        List<FetchedPrices.Day> days = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        SettledDays settled = new SettledDays(series, payload.fetchedAt());
        NamedRows.read(payload, "with Date, Open, High, Low and Close", row -> {
            LocalDate date = Periods.day(row.getField("Date"));
            Bar bar = new Bar(price(row, "Open"), price(row, "High"), price(row, "Low"), price(row, "Close"));
            if (!seen.add(date)) {
                throw SourceFault.notUnderstood(date + " comes twice");
            }
            if (settled.has(date)) {
                days.add(new FetchedPrices.Day(series, date, bar));
            }
        });
        if (seen.isEmpty()) {
            throw SourceFault.noRows();
        }
        return days;
    }

    private static void checkText(String body) {
        if (body.startsWith(KEY_WANTED)) {
            throw SourceFault.refused("it wants another key");
        }
        if (body.startsWith(LIMIT_REACHED)) {
            throw SourceFault.refused("its daily limit is reached");
        }
        if (body.isEmpty() || body.equals(NO_DATA)) {
            throw SourceFault.noRows();
        }
    }

    private static BigDecimal price(NamedCsvRecord row, String column) {
        return JsonFields.number(row.getField(column));
    }
}
