package org.macroedge.server.sources;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.server.prices.FetchedPrices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The closes that stand in answers of sources of prices, as readers find them that share nothing with the
/// connectors. Each is a text: day and close as a single float, or `none`.
public final class StatedPrices {

    private StatedPrices() {}

    public static List<String> texts(List<FetchedPrices.Day> days) {
        return days.stream()
                .map(day ->
                        text(day.date(), day.bar() == null ? null : day.bar().close()))
                .toList();
    }

    private static String text(LocalDate date, @Nullable BigDecimal close) {
        return date + " " + (close == null ? "none" : close.floatValue());
    }

    /// Of a table with commas, which may stand in quotes too.
    ///
    /// @param dated reads a date of the table
    /// @param settled of the days that an answer has
    public static List<String> table(
            byte[] body, String column, Function<String, LocalDate> dated, Predicate<LocalDate> settled) {
        List<List<String>> rows = StatedFigures.rows(new String(body, StandardCharsets.UTF_8));
        int place = rows.getFirst().indexOf(column);
        List<String> found = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            String close = row.get(place);
            boolean none = close.isEmpty() || close.equals("N/A");
            LocalDate day = dated.apply(row.getFirst());
            if (settled.test(day)) {
                found.add(text(day, none ? null : new BigDecimal(close)));
            }
        }
        return found;
    }

    /// Of a chart of Yahoo Finance: the days whose close had been made an hour before.
    public static List<String> chart(byte[] body, PriceSeries series, Instant fetchedAt) {
        JsonNode chart = JsonMapper.shared().readTree(body).at("/chart/result/0");
        ZoneId zone = ZoneId.of(chart.at("/meta/exchangeTimezoneName").asString());
        List<String> found = new ArrayList<>();
        for (int index = 0; index < chart.path("timestamp").size(); index++) {
            LocalDate date = LocalDate.ofInstant(
                    Instant.ofEpochSecond(chart.path("timestamp").get(index).asLong()), zone);
            JsonNode close = chart.at("/indicators/quote/0/close").get(index);
            if (!series.closeAt(date).plusSeconds(3600).isAfter(fetchedAt)) {
                found.add(text(date, close.isNull() ? null : close.decimalValue()));
            }
        }
        return found;
    }
}
