package org.macroedge.server.alerts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.Label;

/// How an alert writes figures, labels and times.
final class AlertText {

    private static final char MINUS = '−';
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    /// The letter of a power of ten.
    private static final Map<Integer, String> LETTERS = new TreeMap<>(Map.of(3, "K", 6, "M", 9, "B", 12, "T"));
    private static final int HOURS_OF_DAYS = 48;

    private AlertText() {}

    /// An indicator, as in `US ADP payrolls`.
    static String name(Indicator indicator) {
        return name(indicator.region().code(), indicator.shortName());
    }

    static String name(String region, String shortName) {
        return region + " " + shortName;
    }

    /// A figure in the unit of its indicator: 0.3%, 250K, 51.2.
    static String figure(BigDecimal value, String unit) {
        boolean percent = unit.equals("percent");
        if (percent || unit.equals("index")) {
            return plain(value) + (percent ? "%" : "");
        }
        int digits = value.precision() - value.scale() - 1;
        String letter = "";
        int zeros = 0;
        for (Map.Entry<Integer, String> known : LETTERS.entrySet()) {
            if (value.signum() != 0 && digits >= known.getKey()) {
                zeros = known.getKey();
                letter = known.getValue();
            }
        }
        return plain(value.movePointLeft(zeros)) + letter;
    }

    /// A number with the decimals that it has, but for zeros at its end.
    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('-', MINUS);
    }

    /// A score without decimals, rounded towards zero so that it does not reach a border that it has not reached.
    static String score(double score) {
        return plain(BigDecimal.valueOf(score).setScale(0, RoundingMode.DOWN));
    }

    /// A number of standard deviations.
    static String sigmas(double value) {
        return plain(BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP));
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

    /// A release with its figures: `US ADP payrolls 250K, forecast 180K (z 1.6)`.
    static String release(
            String name, String unit, BigDecimal actual, @Nullable BigDecimal forecast, @Nullable Double z) {
        return name + " " + figure(actual, unit)
                + (forecast == null ? ", without a forecast" : ", forecast " + figure(forecast, unit))
                + (z == null ? "" : " (z " + sigmas(z) + ")");
    }
}
