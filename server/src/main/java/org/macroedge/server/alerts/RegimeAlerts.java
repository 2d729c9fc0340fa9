package org.macroedge.server.alerts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.alerts.rules.AlertKind;
import org.macroedge.server.alerts.rules.AlertRule;
import org.macroedge.server.catalogue.FigureText;
import org.macroedge.server.regime.RegimeChanged;

/// What the rules of regimes find in a change of quadrant. The first quadrant of a region is no change, and one that
/// rests on old data is no news.
final class RegimeAlerts {

    private static final int DECIMALS = 2;

    private RegimeAlerts() {}

    /// @param held the rules that held when it was recorded
    /// @param recordedAt of the event
    static List<Finding> of(List<AlertRule> held, RegimeChanged changed, Instant recordedAt) {
        @Nullable String before = changed.before();
        if (before == null || changed.stale()) {
            return List.of();
        }
        return held.stream()
                .filter(rule -> rule.kind() == AlertKind.REGIME && rule.scope().hasRegion(changed.region()))
                .map(rule -> new Finding(
                        rule,
                        changed.region(),
                        changed.region() + " " + recordedAt,
                        cause(changed, before),
                        changed.asOf()))
                .toList();
    }

    private static String cause(RegimeChanged changed, String before) {
        String told = changed.region() + " turned from " + before + " to " + changed.quadrant();
        return changed.monthEnd() == null
                ? told + ": no release of it is known any more"
                : told + " at the month-end " + changed.monthEnd() + ": growth " + figure(changed.growth())
                        + ", inflation " + figure(changed.inflation());
    }

    private static String figure(@Nullable Double composite) {
        return composite == null
                ? "unknown"
                : FigureText.plain(BigDecimal.valueOf(composite).setScale(DECIMALS, RoundingMode.HALF_EVEN));
    }
}
