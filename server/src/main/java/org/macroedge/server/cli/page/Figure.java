package org.macroedge.server.cli.page;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Mark;

/// How the figures of an indicator are written: as their publisher does, with the suffix and the decimals that follow
/// from the unit and the step. With a step of 1,000, 235000 is 235K; with 10,000, 10070000 is 10.07M.
///
/// @param step the smallest difference that the publisher reports
public record Figure(String unit, BigDecimal step) {

    private static final int LOST_DECIMALS = 2;

    /// From the power of ten of the step on, the suffix and the power of ten that it stands for.
    private enum Suffix {
        NONE("", Integer.MIN_VALUE, 0),
        THOUSANDS("K", 2, 3),
        MILLIONS("M", 4, 6),
        BILLIONS("B", 7, 9),
        TRILLIONS("T", 10, 12);

        private final String letter;
        private final int from;
        private final int zeros;

        Suffix(String letter, int from, int zeros) {
            this.letter = letter;
            this.from = from;
            this.zeros = zeros;
        }
    }

    private boolean isPercent() {
        return unit.equals("percent");
    }

    private int exponent() {
        return step.precision() - step.scale() - 1;
    }

    private Suffix suffix() {
        Suffix found = Suffix.NONE;
        for (Suffix suffix : Suffix.values()) {
            found = !isPercent() && exponent() >= suffix.from ? suffix : found;
        }
        return found;
    }

    private int decimals() {
        Suffix suffix = suffix();
        return suffix == Suffix.NONE ? decimalsOf(step) : Math.max(0, suffix.zeros - exponent());
    }

    private static int decimalsOf(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }

    private BigDecimal scaled(BigDecimal value) {
        return value.movePointLeft(suffix().zeros);
    }

    /// A value may have more decimals than the step: publishers changed theirs.
    private int decimalsFor(BigDecimal value) {
        int usual = decimals();
        return Math.max(usual, Math.min(decimalsOf(scaled(value)), usual + LOST_DECIMALS));
    }

    /// An actual, a forecast or a previous value: 235K, 5.2%.
    public String published(@Nullable BigDecimal value) {
        return value == null
                ? Numbers.NONE
                : Numbers.plain(scaled(value), decimalsFor(value)) + suffix().letter + (isPercent() ? "%" : "");
    }

    /// A forecast; one that nobody said before the release says what it is: the policy rate in force, or the kind of
    /// what was computed from earlier figures.
    public String expected(@Nullable BigDecimal value, List<String> marks) {
        return expected(value, marks, null);
    }

    /// The same, where the kind is known beside the marks.
    public String expected(@Nullable BigDecimal value, List<String> marks, @Nullable String kind) {
        if (value == null) {
            return published(null);
        }
        if (marks.contains(Mark.NO_FORECAST.code())) {
            return published(value) + " in force";
        }
        boolean naive = marks.contains(Mark.NAIVE_FORECAST.code())
                || ForecastKind.NAIVE.code().equals(kind);
        boolean model = marks.contains(Mark.MODEL_FORECAST.code())
                || ForecastKind.MODEL.code().equals(kind);
        return published(value) + (naive ? " naive" : model ? " model" : "");
    }

    /// A surprise, with its sign: −485K, −2.0 pp.
    public String surprise(@Nullable BigDecimal value) {
        return value == null
                ? Numbers.NONE
                : Numbers.signed(scaled(value), decimalsFor(value)) + suffix().letter + points();
    }

    /// σ: with a decimal more than the figure, unless that has a suffix.
    public String deviation(@Nullable Double value) {
        if (value == null) {
            return Numbers.NONE;
        }
        int decimals = decimals() + (suffix() == Suffix.NONE ? 1 : 0);
        return Numbers.plain(scaled(BigDecimal.valueOf(value)), decimals) + suffix().letter + points();
    }

    private String points() {
        return isPercent() ? " pp" : "";
    }
}
