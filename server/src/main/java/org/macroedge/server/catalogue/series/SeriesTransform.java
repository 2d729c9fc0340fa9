package org.macroedge.server.catalogue.series;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.engine.vocabulary.Frequency;

/// What is made of the figures of a series.
public enum SeriesTransform implements Coded {
    /// The figure as the publisher gives it.
    NONE(0, null),
    /// The difference to the period before, in the unit of the series.
    CHANGE(1, null),
    /// The percent change to the month before.
    MOM(1, Frequency.MONTHLY),
    /// The percent change to the quarter before.
    QOQ(1, Frequency.QUARTERLY),
    /// The percent change to the quarter before, as if it lasted a year.
    ANNUALISED(1, Frequency.QUARTERLY),
    /// The percent change to the same month or quarter of the year before.
    YOY(0, null);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int QUARTERS = 4;
    private static final int MONTHS = 12;

    private final int periods;
    private final @Nullable Frequency only;

    SeriesTransform(int periods, @Nullable Frequency only) {
        this.periods = periods;
        this.only = only;
    }

    /// Whether the result is in percent whatever the unit of the series is.
    public boolean isPercentChange() {
        return this != NONE && this != CHANGE;
    }

    /// The code of the transform in the contract of an indicator whose figures it gives; empty where the publisher
    /// decides.
    public Optional<String> contract() {
        return switch (this) {
            case NONE -> Optional.empty();
            case ANNUALISED -> Optional.of(QOQ.code());
            default -> Optional.of(code());
        };
    }

    /// Whether it can be made of figures of this frequency.
    public boolean suits(Frequency frequency) {
        return this == YOY
                ? frequency == Frequency.MONTHLY || frequency == Frequency.QUARTERLY
                : only == null || only == frequency;
    }

    /// How many periods back the figure stands that it compares with; 0 where it compares with none.
    public int periodsBack(Frequency frequency) {
        return this == YOY ? (frequency == Frequency.MONTHLY ? MONTHS : QUARTERS) : periods;
    }

    /// The result.
    ///
    /// @param figure in the unit of the series
    /// @param before the figure that it compares with; of no account for [#NONE]
    /// @return empty for a percent change of a figure that is not above 0, which has none
    public Optional<BigDecimal> of(BigDecimal figure, BigDecimal before) {
        if (this == NONE) {
            return Optional.of(figure);
        }
        if (this == CHANGE) {
            return Optional.of(figure.subtract(before));
        }
        if (before.signum() <= 0 || figure.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal ratio = figure.divide(before, MathContext.DECIMAL64);
        BigDecimal whole = this == ANNUALISED ? ratio.pow(QUARTERS, MathContext.DECIMAL64) : ratio;
        return Optional.of(whole.subtract(BigDecimal.ONE).multiply(HUNDRED));
    }

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException if no constant has this code
    public static SeriesTransform ofCode(String code) {
        return Coded.of(SeriesTransform.class, code);
    }
}
