package org.macroedge.server.releases.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ForecastSpread;
import org.macroedge.engine.vocabulary.ForecastKind;

/// The forecasts of a row as text, as column `forecasts` of table `statement` keeps them.
///
/// Forecasts are separated by commas. Each is its kind, its value and, where they are known, its capture instant and
/// its spread, separated by blanks. A spread is its low, high and count, separated by slashes, empty where unknown.
public final class ForecastText {

    private static final String SLASH = "/";
    private static final int CELLS = 3;

    private ForecastText() {}

    /// Null where there are no forecasts.
    public static @Nullable String write(List<ReportedForecast> forecasts) {
        return forecasts.isEmpty()
                ? null
                : forecasts.stream().map(ForecastText::text).collect(Collectors.joining(","));
    }

    /// @param text null where there are no forecasts
    public static List<ReportedForecast> read(@Nullable String text) {
        return text == null || text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(ForecastText::forecast).toList();
    }

    private static String text(ReportedForecast forecast) {
        return forecast.kind().code()
                + " " + forecast.value().toPlainString()
                + (forecast.capturedAt() == null ? "" : " " + forecast.capturedAt())
                + (forecast.spread().isNone() ? "" : " " + text(forecast.spread()));
    }

    private static String text(ForecastSpread spread) {
        return String.join(
                SLASH,
                plain(spread.low()),
                plain(spread.high()),
                spread.count() == null ? "" : spread.count().toString());
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static ReportedForecast forecast(String text) {
        String[] parts = text.split(" ");
        String last = parts[parts.length - 1];
        boolean spread = last.contains(SLASH);
        return new ReportedForecast(
                ForecastKind.ofCode(parts[0]),
                new BigDecimal(parts[1]),
                parts.length - (spread ? 1 : 0) < CELLS ? null : Instant.parse(parts[2]),
                spread ? spread(last) : ForecastSpread.NONE);
    }

    private static ForecastSpread spread(String text) {
        String[] cells = text.split(SLASH, CELLS);
        return new ForecastSpread(
                number(cells[0]), number(cells[1]), cells[2].isEmpty() ? null : Integer.valueOf(cells[2]));
    }

    private static @Nullable BigDecimal number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
