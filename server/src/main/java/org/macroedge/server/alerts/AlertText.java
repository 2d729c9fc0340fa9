package org.macroedge.server.alerts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.vocabulary.ForecastClass;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.catalogue.FigureText;

/// How an alert writes figures, labels and times.
final class AlertText {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int HOURS_OF_DAYS = 48;

    private AlertText() {}

    /// An indicator, as in `US ADP payrolls`.
    static String name(Indicator indicator) {
        return name(indicator.region().code(), indicator.shortName());
    }

    static String name(String region, String shortName) {
        return region + " " + shortName;
    }

    /// A score without decimals, rounded towards zero so that it does not reach a border that it has not reached.
    static String score(double score) {
        return FigureText.plain(BigDecimal.valueOf(score).setScale(0, RoundingMode.DOWN));
    }

    /// A label in words.
    static String label(Label label) {
        return label.code().replace('-', ' ');
    }

    /// A time to the minute.
    static String time(Instant instant) {
        return MINUTE.format(instant);
    }

    /// How long something is ago.
    static String age(Duration age) {
        long hours = age.toHours();
        return hours < HOURS_OF_DAYS ? hours + " hours" : age.toDays() + " days";
    }

    /// A release with its figures: `US ADP payrolls 250K, forecast 180K (z 1.6)`. A forecast that is not that of a
    /// survey or a vendor says its kind.
    ///
    /// @param marks of its surprise
    static String release(
            String name,
            String unit,
            BigDecimal actual,
            @Nullable ObservedForecast forecast,
            Set<Mark> marks,
            @Nullable Double z) {
        return name + " " + FigureText.of(actual, unit)
                + (forecast == null
                        ? ", without a forecast"
                        : ", " + kind(forecast, marks) + FigureText.of(forecast.value(), unit))
                + (z == null ? "" : " (z " + FigureText.sigmas(z) + ")");
    }

    private static String kind(ObservedForecast forecast, Set<Mark> marks) {
        if (marks.contains(Mark.NO_FORECAST)) {
            return "rate in force ";
        }
        return forecast.kind().forecastClass() == ForecastClass.SURVEYED
                ? "forecast "
                : forecast.kind().code() + " forecast ";
    }
}
