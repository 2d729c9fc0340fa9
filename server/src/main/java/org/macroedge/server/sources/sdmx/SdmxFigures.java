package org.macroedge.server.sources.sdmx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.Periods;

/// The figures of one answer in SDMX, whatever its form: each of a series that was asked for, and none before its
/// time or twice. A series is named by its dataset and its dimensions, with dots between them.
final class SdmxFigures {

    /// What publishers call the dimension that says how often a series comes.
    private static final Set<String> FREQUENCIES = Set.of("FREQ", "FREQUENCY", "BBK_STD_FREQ");

    private final Payload payload;
    private final List<String> keys;
    private final List<Observation> figures = new ArrayList<>();
    private final Map<String, Frequency> frequencies = new HashMap<>();
    private final Map<String, Periods> periods = new HashMap<>();

    /// @param keys those that were asked for, all of one dataset where an answer names the dimensions alone
    SdmxFigures(Payload payload, List<String> keys) {
        this.payload = payload;
        this.keys = List.copyOf(keys);
    }

    /// Whether a dimension says how often a series comes.
    static boolean isFrequency(String dimension) {
        return FREQUENCIES.contains(dimension);
    }

    /// Takes a figure of the series with these dimensions.
    ///
    /// @param dimensions in the publisher's order, with dots between them
    /// @param value as it stands there; null or `NaN` where it is missing
    /// @throws SourceFault where the series was not asked for, or its period is not one of its frequency
    void add(String dimensions, @Nullable String frequency, String period, @Nullable String value) {
        String key = keys.stream()
                .filter(asked -> dimensions.equals(asked.substring(asked.indexOf('.') + 1)))
                .findFirst()
                .orElseThrow(() -> notAsked(dimensions, period));
        addTo(key, frequency, period, value);
    }

    /// Takes a figure of a series that its answer names with the dataset.
    void addWhole(String key, @Nullable String frequency, String period, @Nullable String value) {
        if (!keys.contains(key)) {
            throw notAsked(key, period);
        }
        addTo(key, frequency, period, value);
    }

    private static SourceFault notAsked(String series, String period) {
        return SourceFault.notUnderstood(series + " " + period + " was not asked for");
    }

    private void addTo(String key, @Nullable String code, String period, @Nullable String value) {
        Frequency frequency = SdmxCodes.frequency(code);
        if (frequencies.computeIfAbsent(key, series -> frequency) != frequency) {
            throw SourceFault.notUnderstood(key + " has figures of two frequencies");
        }
        LocalDate first = Periods.firstDay(period, frequency);
        periods.computeIfAbsent(key, series -> new Periods(series, payload)).add(first);
        BigDecimal figure = SdmxCodes.figure(value);
        if (figure != null) {
            figures.add(new Observation(key, frequency, first, figure));
        }
    }

    /// Those that are not missing, in the order of the answer.
    ///
    /// @throws SourceFault where there is none
    List<Observation> all() {
        if (figures.isEmpty()) {
            throw SourceFault.noRows();
        }
        return List.copyOf(figures);
    }
}
