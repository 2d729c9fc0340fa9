package org.macroedge.server.regime;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.regime.AxisReading;
import org.macroedge.engine.regime.AxisSwitching;
import org.macroedge.engine.regime.BrierScores;
import org.macroedge.engine.regime.NoSecondOpinion;
import org.macroedge.engine.regime.QuadrantOdds;
import org.macroedge.engine.regime.RegimeMember;
import org.macroedge.engine.regime.RegimeMonth;
import org.macroedge.engine.regime.SecondOpinion;
import org.macroedge.server.regime.view.RegimeAxis;
import org.macroedge.server.regime.view.RegimeMemberView;
import org.macroedge.server.regime.view.RegimeOdds;
import org.macroedge.server.regime.view.RegimePoint;
import org.macroedge.server.regime.view.RegimeScores;
import org.macroedge.server.regime.view.RegimeSwitching;

/// Maps the engine's regimes to the shapes of the answers.
final class RegimeViews {

    private RegimeViews() {}

    static RegimePoint point(RegimeMonth month) {
        return new RegimePoint(
                month.month().atEndOfMonth(),
                month.quadrant().code(),
                month.dwell(),
                axis(month.growth()),
                axis(month.inflation()),
                month.correlation(),
                odds(month));
    }

    private static RegimeAxis axis(AxisReading reading) {
        return new RegimeAxis(
                reading.composite(),
                reading.state().code(),
                reading.reason() == null ? null : reading.reason().code(),
                reading.up(),
                reading.distance(),
                reading.scores().beatsPersistence(),
                scores(reading.scores()),
                switching(reading.second()));
    }

    private static RegimeSwitching switching(SecondOpinion second) {
        AxisSwitching found = second.switching();
        boolean probability = second.scores().beatsPersistence();
        RegimeScores scores = scores(second.scores());
        NoSecondOpinion reason = second.reason();
        return found == null
                ? new RegimeSwitching(
                        null, reason == null ? null : reason.code(), null, null, null, null, false, scores)
                : new RegimeSwitching(
                        found.upper(),
                        null,
                        found.lowerMean(),
                        found.upperMean(),
                        finite(found.lowerMonths()),
                        finite(found.upperMonths()),
                        probability,
                        scores);
    }

    private static @Nullable Double finite(double months) {
        return Double.isInfinite(months) ? null : months;
    }

    private static RegimeScores scores(BrierScores scores) {
        return scores.months() == 0
                ? new RegimeScores(0, null, null)
                : new RegimeScores(scores.months(), scores.model(), scores.persistence());
    }

    private static @Nullable RegimeOdds odds(RegimeMonth month) {
        QuadrantOdds odds = month.odds();
        return odds == null
                ? null
                : new RegimeOdds(
                        odds.goldilocks(),
                        odds.reflation(),
                        odds.stagflation(),
                        odds.slowdown(),
                        month.growth().scores().beatsPersistence()
                                && month.inflation().scores().beatsPersistence());
    }

    static List<RegimeMemberView> members(List<RegimeMember> members) {
        return members.stream()
                .map(member -> new RegimeMemberView(
                        member.indicator().id().value(),
                        member.indicator().shortName(),
                        member.momentum(),
                        member.share()))
                .toList();
    }
}
