package org.macroedge.server.sources;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

    /// Of a table with commas and without commas in quotes.
    ///
    /// @param dated reads a date of the table
    public static List<String> table(byte[] body, String column, Function<String, LocalDate> dated) {
        List<String[]> rows = new String(body, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .toList();
        int place = List.of(rows.getFirst()).stream()
                .map(name -> name.replace("\"", ""))
                .toList()
                .indexOf(column);
        List<String> found = new ArrayList<>();
        for (String[] row : rows.subList(1, rows.size())) {
            String close = row[place].replace("\"", "");
            boolean none = close.isEmpty() || close.equals("N/A");
            found.add(text(dated.apply(row[0].replace("\"", "")), none ? null : new BigDecimal(close)));
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
