package org.macroedge.server.bias;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final String VALUE = "[+-]?[0-9]{1,15}(?:\\.[0-9]{1,9})?[KMBT%]?";
    private static final String SIZE = "[+-]?[0-9](?:\\.[0-9]{1,9})?s";
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,59}";
    private static final Pattern ENTRY =
            Pattern.compile("(" + NAME + ")=(?:(" + VALUE + ")|(" + SIZE + "))(?:/(" + VALUE + "))?");

    private static final String ANY = NAME + "=(?:" + VALUE + "|" + SIZE + ")(?:/" + VALUE + ")?";
    /// The form of a list of figures.
    static final String FORM = "^" + ANY + "(?:, ?" + ANY + ")*$";

    private static final Map<String, Integer> ZEROS = Map.of("%", 0, "K", 3, "M", 6, "B", 9, "T", 12);
    private static final String SOURCE = "scenario";

    private AssumedFigures() {}

    /// Checks that figures can be read, before it is known which indicators there are.
    ///
    /// @throws MacroEdgeException with `invalid-request`
    static void check(String text) {
        for (String entry : text.split(",", -1)) {
            parts(entry);
        }
    }

    private static Matcher parts(String entry) {
        Matcher parts = ENTRY.matcher(entry.strip());
        if (!parts.matches()) {
            throw BiasMessage.UNREADABLE_FIGURE.exception(ShownText.of(entry));
        }
        return parts;
    }

    /// @param text null for none
    /// @throws MacroEdgeException with `invalid-request` or `unknown-indicator`
    static Map<IndicatorId, AssumedFigure> read(@Nullable String text, Catalogue catalogue) {
        Map<IndicatorId, AssumedFigure> figures = new LinkedHashMap<>();
        if (text == null) {
            return figures;
        }
        for (String entry : text.split(",", -1)) {
            Matcher parts = parts(entry);
            IndicatorId indicator = indicator(parts.group(1), catalogue).id();
            AssumedFigure figure = new AssumedFigure(figure(parts), value(parts.group(4)));
            if (figures.put(indicator, figure) != null) {
                throw BiasMessage.FIGURE_TWICE.exception(indicator);
            }
        }
        return figures;
    }

    private static Figure figure(Matcher parts) {
        @Nullable BigDecimal value = value(parts.group(2));
        String size = parts.group(3);
        return value == null
                ? new Figure.Size(Double.parseDouble(size.substring(0, size.length() - 1)))
                : new Figure.Published(value);
    }

    private static @Nullable BigDecimal value(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String suffix = text.substring(text.length() - 1);
        Integer zeros = ZEROS.get(suffix);
        return zeros == null
                ? new BigDecimal(text)
                : new BigDecimal(text.substring(0, text.length() - 1)).movePointRight(zeros);
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
