package org.macroedge.server.sources.yahoo;

import static org.macroedge.server.sources.series.JsonFields.field;
import static org.macroedge.server.sources.series.JsonFields.list;
import static org.macroedge.server.sources.series.JsonFields.text;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.server.prices.FetchedPrices;
import org.macroedge.server.prices.profile.Bar;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.JsonFields;
import org.macroedge.server.sources.series.SettledDays;
import tools.jackson.databind.JsonNode;

/// Reads a chart by day: the instants at which sessions began, and beside them the prices of each, which are
/// `null` on a day without any. The session that is under way has its last price in place of the close.
final class YahooChart {

    /// Prices that are single floats have as many digits as a float; others are given as they are.
    private static final int LONGEST = 40;

    private final JsonNode quote;
    private final PriceSeries series;

    private YahooChart(JsonNode quote, PriceSeries series) {
        this.quote = quote;
        this.series = series;
    }

    static List<FetchedPrices.Day> read(Payload payload, PriceSeries series) {
        JsonNode result = result(JsonFields.read(payload.body()));
        JsonNode meta = field(result, "meta");
        if (!text(meta, "symbol").equals(series.symbol())
                || !text(meta, "dataGranularity").equals("1d")) {
            throw SourceFault.notUnderstood("it is not " + series.symbol() + " by day");
        }
        JsonNode quotes = list(field(result, "indicators"), "quote");
        if (quotes.size() != 1 || !result.has("timestamp")) {
            throw SourceFault.noRows();
        }
        return new YahooChart(quotes.get(0), series).days(list(result, "timestamp"), zone(meta), payload.fetchedAt());
    }

    private static JsonNode result(JsonNode answer) {
        JsonNode chart = field(answer, "chart");
        JsonNode error = field(chart, "error");
        if (!error.isNull()) {
            throw SourceFault.refused(text(error, "description"));
        }
        JsonNode results = list(chart, "result");
        if (results.size() != 1) {
            throw SourceFault.notUnderstood("it has " + results.size() + " charts");
        }
        return results.get(0);
    }

    private static ZoneId zone(JsonNode meta) {
        String zone = text(meta, "exchangeTimezoneName");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw SourceFault.notUnderstood("\"" + zone + "\" is not a time zone");
        }
    }

    private List<FetchedPrices.Day> days(JsonNode starts, ZoneId zone, Instant fetchedAt) {
        List<FetchedPrices.Day> days = new ArrayList<>();
        SettledDays settled = new SettledDays(series, fetchedAt);
        LocalDate last = null;
        for (int index = 0; index < starts.size(); index++) {
            LocalDate date = date(starts.get(index), zone);
            if (last != null && date.isBefore(last)) {
                throw SourceFault.notUnderstood(series.symbol() + " has " + date + " after " + last);
            }
            last = date;
            BigDecimal close = price("close", index, starts.size());
            Bar bar = close == null
                    ? null
                    : new Bar(
                            price("open", index, starts.size()),
                            price("high", index, starts.size()),
                            price("low", index, starts.size()),
                            close);
            if (settled.has(date)) {
                days.add(new FetchedPrices.Day(series, date, bar));
            }
        }
        if (last == null) {
            throw SourceFault.noRows();
        }
        return days;
    }

    private static LocalDate date(JsonNode start, ZoneId zone) {
        if (!start.isIntegralNumber() || !start.canConvertToInt()) {
            throw SourceFault.notUnderstood("`timestamp` has " + start + ", which is no time in seconds");
        }
        return LocalDate.ofInstant(Instant.ofEpochSecond(start.longValue()), zone);
    }

    private @Nullable BigDecimal price(String name, int index, int size) {
        JsonNode prices = list(quote, name);
        if (prices.size() != size) {
            throw SourceFault.notUnderstood("`" + name + "` has " + prices.size() + " prices of " + size + " days");
        }
        JsonNode price = prices.get(index);
        if (price.isNull()) {
            return null;
        }
        if (!price.isNumber()) {
            throw SourceFault.notUnderstood("`" + name + "` has " + price + ", which is no number");
        }
        return shortest(price.decimalValue());
    }

    /// The source keeps prices as single floats and writes them out as doubles: 4766.18 as 4766.18017578125.
    /// This is the shortest number that is the same float; a number that is no single float is kept.
    static BigDecimal shortest(BigDecimal price) {
        float single = price.floatValue();
        if (price.precision() > LONGEST || Float.isInfinite(single)) {
            throw SourceFault.notUnderstood("a price has " + price.precision() + " digits");
        }
        return new BigDecimal(single).compareTo(price) == 0 ? new BigDecimal(Float.toString(single)) : price;
    }
}
