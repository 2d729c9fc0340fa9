package org.macroedge.server.catalogue.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.Frequency;

/// An official series whose figures become the actuals of an indicator.
///
/// @param source as in `sources.yaml`
/// @param key the publisher's name of the series
/// @param publishes the transform of the figures as the publisher gives them, in the words of an indicator's
/// contract
/// @param unit of these figures once they are multiplied by `scale`
/// @param scale what one of the publisher's units is in `unit`
/// @param inForceDays of a policy rate by day: how many days after a decision the series has it at the latest; 1
/// or more
/// @param page where the publisher describes the series
/// @param release the source's number of the release that announces the series; null where it has none
/// @param staged whether its indicator is the first of several stages, so that a figure which was not seen as it
/// appeared may be that of a later one
public record Series(
        Indicator indicator,
        String source,
        String key,
        String publishes,
        String unit,
        BigDecimal scale,
        SeriesTransform transform,
        int inForceDays,
        URI page,
        @Nullable Integer release,
        boolean staged) {

    private static final String LEVEL = "level";
    private static final String PERCENT = "percent";

    /// The transform of the result, in the words of an indicator's contract.
    public String resultTransform() {
        return transform.contract().orElse(publishes);
    }

    /// The unit of the result.
    public String resultUnit() {
        return transform.isPercentChange() ? PERCENT : unit;
    }

    /// Whether its figures are a rate by day, in which decisions of irregular dates show (decision 0036).
    public boolean isPolicyRate() {
        return indicator.frequency() == Frequency.IRREGULAR;
    }

    /// Whether a transform is made of levels, as it must be.
    boolean startsFromLevels() {
        return transform == SeriesTransform.NONE || publishes.equals(LEVEL);
    }

    /// The result in the unit of the indicator. A percentage has the decimals of the indicator's step, as
    /// publishers announce it, half a step rounded away from zero; any other figure is exact.
    ///
    /// @param figure as the publisher gives it
    /// @param before the figure that it compares with; of no account where it compares with none
    public Optional<BigDecimal> result(BigDecimal figure, BigDecimal before) {
        return transform.of(figure.multiply(scale), before.multiply(scale)).map(this::rounded);
    }

    private BigDecimal rounded(BigDecimal result) {
        int decimals = Math.max(0, indicator.step().stripTrailingZeros().scale());
        return resultUnit().equals(PERCENT) && result.scale() > decimals
                ? result.setScale(decimals, RoundingMode.HALF_UP)
                : result;
    }
}
