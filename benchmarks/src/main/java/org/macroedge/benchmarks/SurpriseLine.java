package org.macroedge.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.ReleaseId;

/// One line of `macro-edge export surprises`: what a bias needs of it, which is the indicator, the instant and z, what
/// a flip needs, which is the forecast, and the figures that order the releases of one instant.
final class SurpriseLine {

    private static final int COLUMNS = 10;
    private static final int INDICATOR = 0;
    private static final int RELEASED_AT = 1;
    private static final int ACTUAL = 2;
    private static final int FORECAST = 3;
    private static final int FORECAST_KIND = 4;
    private static final int PREVIOUS = 5;
    private static final int Z_RAW = 8;
    private static final int Z = 9;

    private static final int DATE_LENGTH = "2021-09-03".length();

    private SurpriseLine() {}

    /// @param row tells the releases of one instant apart
    static StandardisedSurprise read(String line, int row) {
        String[] cells = line.split(",", -1);
        if (cells.length < COLUMNS) {
            throw new IllegalArgumentException("\"" + line + "\" has " + cells.length + " columns, fewer than the "
                    + COLUMNS + " that the lines of macro-edge export surprises begin with");
        }
        boolean usable = !cells[Z].isEmpty();
        ObservedRelease release = release(cells, row);
        return new StandardisedSurprise(
                release,
                release.forecasts().stream().findFirst().orElse(null),
                null,
                null,
                0,
                usable ? Double.valueOf(cells[Z_RAW]) : null,
                usable ? Double.valueOf(cells[Z]) : null,
                usable ? null : StandardisedSurprise.Reason.INSUFFICIENT_HISTORY,
                Set.of());
    }

    private static ObservedRelease release(String[] cells, int row) {
        return new ObservedRelease(
                new ReleaseId(
                        "%s@%s.1%08d".formatted(cells[INDICATOR], cells[RELEASED_AT].substring(0, DATE_LENGTH), row)),
                new IndicatorId(cells[INDICATOR]),
                Instant.parse(cells[RELEASED_AT]),
                null,
                false,
                new BigDecimal(cells[ACTUAL]),
                cells[PREVIOUS].isEmpty() ? null : new BigDecimal(cells[PREVIOUS]),
                "export",
                forecasts(cells),
                Set.of(),
                null);
    }

    private static List<ObservedForecast> forecasts(String[] cells) {
        return cells[FORECAST].isEmpty()
                ? List.of()
                : List.of(new ObservedForecast(
                        ForecastKind.ofCode(cells[FORECAST_KIND]), new BigDecimal(cells[FORECAST]), "export", 1, null));
    }
}
