package org.macroedge.server.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.server.alerts.rules.AlertRule;
import org.macroedge.server.alerts.rules.LabelGate;
import org.macroedge.server.alerts.rules.LabelStanding;

/// Looks at the labels of instruments by the rules of labels, and keeps how they stand.
final class LabelAlerts {

    private final LabelStandings standings;

    LabelAlerts(LabelStandings standings) {
        this.standings = standings;
    }

    /// Looks at some biases by a rule, in the caller's transaction.
    ///
    /// @param since when the rule began
    /// @param explained gives the bias of a look whose change is told
    List<Finding> look(
            AlertRule rule, Instant since, List<SeenBias> seen, Function<SeenBias, InstrumentBias> explained) {
        Map<String, LabelStanding> known = standings.of(rule.id());
        List<Finding> findings = new ArrayList<>();
        for (SeenBias bias : seen) {
            if (rule.scope().hasInstrument(bias.instrument()) && !bias.knownAt().isBefore(since)) {
                look(rule, known, bias, explained).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> look(
            AlertRule rule,
            Map<String, LabelStanding> known,
            SeenBias bias,
            Function<SeenBias, InstrumentBias> explained) {
        LabelGate gate = LabelGate.of(rule);
        @Nullable LabelStanding before = known.get(bias.instrument());
        @Nullable Double score = bias.score();
        if (before == null || !bias.isNews()) {
            if (score != null) {
                keep(rule, known, bias, gate.begin(bias.look(), score));
            }
            return Optional.empty();
        }
        LabelGate.Look look = gate.look(before, bias.look());
        if (!look.after().equals(before)) {
            keep(rule, known, bias, look.after());
        }
        return look.told() ? Optional.of(finding(rule, bias, before, look.after(), explained)) : Optional.empty();
    }

    private void keep(AlertRule rule, Map<String, LabelStanding> known, SeenBias bias, LabelStanding standing) {
        known.put(bias.instrument(), standing);
        standings.put(rule.id(), bias.instrument(), standing);
    }

    private static Finding finding(
            AlertRule rule,
            SeenBias bias,
            LabelStanding before,
            LabelStanding after,
            Function<SeenBias, InstrumentBias> explained) {
        return new Finding(
                rule,
                bias.instrument(),
                bias.instrument() + " " + after.since(),
                LabelCause.of(explained.apply(bias), before, after),
                bias.asOf());
    }
}
