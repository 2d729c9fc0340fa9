package org.macroedge.server.bias;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.scenario.Figure;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.NearestIndicators;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.error.UnknownName;

/// Reads the figures that a scenario sets: `us-cpi-mom=0.4,us-nonfarm-payrolls=250K/180K,us-unemployment-rate=-1s`,
/// with what is expected behind a slash.
final class AssumedFigures {

    private static final String NUMBER = "([+-]?\\d{1,15}(?:\\.\\d{1,9})?)";
    private static final Pattern ENTRY =
            Pattern.compile("([a-z0-9-]{1,60})=" + NUMBER + "([KMBTs%]?)(?:/" + NUMBER + "([KMBT%]?))?");
    private static final Map<String, Integer> ZEROS = Map.of("K", 3, "M", 6, "B", 9, "T", 12);
    private static final String SIGMAS = "s";
    private static final String SOURCE = "scenario";
    private static final double MOST_SIGMAS = 10;

    private AssumedFigures() {}

    /// @param text null for none
    /// @throws MacroEdgeException with `invalid-request` or `unknown-indicator`
    static Map<IndicatorId, AssumedFigure> read(@Nullable String text, Catalogue catalogue) {
        Map<IndicatorId, AssumedFigure> figures = new LinkedHashMap<>();
        if (text == null) {
            return figures;
        }
        for (String entry : text.split(",", -1)) {
            Matcher parts = ENTRY.matcher(entry.strip());
            if (!parts.matches()) {
                throw BiasMessage.UNREADABLE_FIGURE.exception(ShownText.of(entry));
            }
            IndicatorId indicator = indicator(parts.group(1), catalogue).id();
            AssumedFigure figure = new AssumedFigure(
                    figure(entry, parts.group(2), parts.group(3)), value(parts.group(4), parts.group(5)));
            if (figures.put(indicator, figure) != null) {
                throw BiasMessage.FIGURE_TWICE.exception(indicator);
            }
        }
        return figures;
    }

    private static Figure figure(String entry, String digits, String suffix) {
        if (!suffix.equals(SIGMAS)) {
            return new Figure.Published(Objects.requireNonNull(value(digits, suffix)));
        }
        double z = new BigDecimal(digits).doubleValue();
        if (Math.abs(z) > MOST_SIGMAS) {
            throw BiasMessage.UNREADABLE_FIGURE.exception(ShownText.of(entry));
        }
        return new Figure.Size(z);
    }

    private static @Nullable BigDecimal value(@Nullable String digits, @Nullable String suffix) {
        return digits == null
                ? null
                : new BigDecimal(digits).movePointRight(suffix == null ? 0 : ZEROS.getOrDefault(suffix, 0));
    }

    /// What a scenario says of a release.
    ///
    /// @param forecast in the indicator's unit; null for what is known to be expected
    record AssumedFigure(Figure figure, @Nullable BigDecimal forecast) {

        static final AssumedFigure EXPECTED = new AssumedFigure(Figure.EXPECTED, null);

        List<ObservedForecast> forecasts(List<ObservedForecast> known) {
            return forecast == null
                    ? known
                    : List.of(new ObservedForecast(ForecastKind.SURVEY, forecast, SOURCE, 0, null));
        }
    }

    /// @throws MacroEdgeException with `unknown-indicator`, naming the nearest
    static Indicator indicator(String id, Catalogue catalogue) {
        return catalogue
                .indicator(id)
                .orElseThrow(() -> UnknownName.indicator(id, NearestIndicators.to(id, catalogue.indicators())));
    }
}
