package org.macroedge.server.bias;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.UnknownName;

/// Reads the figures that a scenario sets: `us-cpi-mom=0.4,us-nonfarm-payrolls=250K/180K,us-unemployment-
/// rate=-1s`, with what is expected behind a slash. Whatever an answer prints as a value or a size can be read.
final class AssumedFigures {

    private static final String VALUE = "[+-]?[0-9]{1,15}(?:\\.[0-9]{1,20})?[KMBT%]?";
    private static final String SIZE = "[+-]?[0-9](?:\\.[0-9]{1,20})?(?:E-[0-9]{1,2})?s";
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9-]{0,59}";
    private static final String SEPARATOR = ", ?";
    private static final Pattern ENTRY =
            Pattern.compile("(" + NAME + ")=(?:(" + VALUE + ")|(" + SIZE + "))(?:/(" + VALUE + "))?");

    private static final String ANY = NAME + "=(?:" + VALUE + "|" + SIZE + ")(?:/" + VALUE + ")?";

    /// The form of a list of figures.
    static final String FORM = "^" + ANY + "(?:" + SEPARATOR + ANY + ")*$";

    /// The form in words.
    static final String WORDS = "each figure as a value of at most 15 digits before the point and 20 after it, with"
            + " K, M, B, T or % behind it where it has one, or as a surprise below 10 \u03c3 with an s; a forecast can"
            + " follow after a slash, and commas stand between figures";

    static final String EXAMPLE = "us-cpi-mom=-1.5s,us-nonfarm-payrolls=250K/180K";

    private static final String PERCENT = "%";
    private static final Map<String, Integer> ZEROS = Map.of("", 0, PERCENT, 0, "K", 3, "M", 6, "B", 9, "T", 12);

    private static final String PERCENTAGE = "percent";

    /// Units of numbers that are not counted in thousands.
    private static final Set<String> UNCOUNTED = Set.of(PERCENTAGE, "index", "index points");

    private static final String SOURCE = "scenario";

    private AssumedFigures() {}

    /// A figure of an indicator, before it is known whether there is such an indicator.
    ///
    /// @param value null for a figure in σ
    /// @param forecast null where the figure has none
    record Entry(
            String indicator,
            @Nullable Value value,
            @Nullable Double sigmas,
            @Nullable Value forecast) {}

    /// A number as it is written.
    ///
    /// @param suffix empty for none
    record Value(String text, BigDecimal number, String suffix) {

        static @Nullable Value of(@Nullable String text) {
            if (text == null) {
                return null;
            }
            String last = text.substring(text.length() - 1);
            String suffix = ZEROS.containsKey(last) ? last : "";
            BigDecimal written = new BigDecimal(text.substring(0, text.length() - suffix.length()));
            return new Value(text, written.movePointRight(Objects.requireNonNull(ZEROS.get(suffix))), suffix);
        }

        /// The number in the unit of an indicator.
        ///
        /// @throws MacroEdgeException with `invalid-request` where the unit has no such suffix
        BigDecimal in(Indicator indicator) {
            boolean fits = suffix.isEmpty()
                    || (suffix.equals(PERCENT)
                            ? indicator.unit().equals(PERCENTAGE)
                            : !UNCOUNTED.contains(indicator.unit()));
            if (!fits) {
                throw BiasMessage.FIGURE_OF_ANOTHER_UNIT.exception(text, indicator.id(), indicator.unit(), suffix);
            }
            return number;
        }
    }

    /// Checks the form of a list of figures.
    ///
    /// @param name of the parameter or option that has it
    /// @throws MacroEdgeException with `invalid-request`, naming the figure that cannot be read
    static void check(String name, String text) {
        for (String entry : text.split(SEPARATOR, -1)) {
            if (!ENTRY.matcher(entry).matches()) {
                throw InvalidValue.of(name, entry, WORDS, EXAMPLE);
            }
        }
    }

    private static List<Entry> entries(String text) {
        return Arrays.stream(text.split(SEPARATOR, -1))
                .map(AssumedFigures::entry)
                .toList();
    }

    private static Entry entry(String text) {
        Matcher parts = ENTRY.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text + " is not a figure");
        }
        String size = parts.group(3);
        return new Entry(
                parts.group(1),
                Value.of(parts.group(2)),
                size == null ? null : Double.valueOf(size.substring(0, size.length() - 1)),
                Value.of(parts.group(4)));
    }

    /// The figures of a list, by the indicators of a catalogue.
    ///
    /// @param text of the form that [#check] checks; null for none
    /// @throws MacroEdgeException with `invalid-request` or `unknown-indicator`
    static Map<IndicatorId, AssumedFigure> read(@Nullable String text, Catalogue catalogue) {
        Map<IndicatorId, AssumedFigure> figures = new LinkedHashMap<>();
        for (Entry entry : text == null ? List.<Entry>of() : entries(text)) {
            Indicator indicator = indicator(entry.indicator(), catalogue);
            if (figures.put(indicator.id(), figure(entry, indicator)) != null) {
                throw BiasMessage.FIGURE_TWICE.exception(indicator.id());
            }
        }
        return figures;
    }

    private static AssumedFigure figure(Entry entry, Indicator indicator) {
        @Nullable Value value = entry.value();
        @Nullable Value forecast = entry.forecast();
        return new AssumedFigure(
                value == null
                        ? new Figure.Size(Objects.requireNonNull(entry.sigmas()))
                        : new Figure.Published(value.in(indicator)),
                forecast == null ? null : forecast.in(indicator));
    }

    /// What a scenario says of a release.
    ///
    /// @param forecast in the indicator's unit; null for what is known to be expected
    record AssumedFigure(Figure figure, @Nullable BigDecimal forecast) {

        static final AssumedFigure EXPECTED = new AssumedFigure(Figure.EXPECTED, null);

        /// Whether it is a value, and not a surprise in σ.
        boolean isValue() {
            return figure instanceof Figure.Published;
        }

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
