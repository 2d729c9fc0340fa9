package org.macroedge.server.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.server.alerts.rules.AlertRule;
import org.macroedge.server.alerts.rules.LabelGate;
import org.macroedge.server.alerts.rules.LabelStanding;

/// Looks at the labels of instruments by the rules of labels, and keeps how they stand.
final class LabelAlerts {

    /// What was seen so much later than now was seen by a clock that has been put back since.
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final LabelStandings standings;
    private final KnownFacts facts;

    LabelAlerts(LabelStandings standings, KnownFacts facts) {
        this.standings = standings;
        this.facts = facts;
    }

    /// Looks at the labels of now, in the caller's transaction. While the data are old nothing stands: once they are
    /// fresh again, every label begins anew without telling.
    ///
    /// @param rules of labels
    List<Finding> look(List<AlertRule> rules, Instant now) {
        if (rules.isEmpty()) {
            return List.of();
        }
        BiasLook look = facts.look(now);
        if (!look.isNews()) {
            rules.forEach(rule -> standings.clear(rule.id()));
            return List.of();
        }
        return rules.stream().flatMap(rule -> look(rule, look).stream()).toList();
    }

    private List<Finding> look(AlertRule rule, BiasLook look) {
        Map<String, LabelStanding> known = standings.of(rule.id());
        List<Finding> findings = new ArrayList<>();
        for (InstrumentBias bias : look.biases()) {
            String instrument = bias.instrument().id().value();
            if (rule.scope().hasInstrument(instrument)) {
                look(rule, known.get(instrument), look, bias).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> look(AlertRule rule, @Nullable LabelStanding before, BiasLook look, InstrumentBias bias) {
        LabelGate gate = LabelGate.of(rule);
        LabelGate.Seen seen = look.of(bias);
        String instrument = bias.instrument().id().value();
        @Nullable Double score = seen.score();
        if (before == null || before.seenAt().isAfter(seen.now().plus(CLOCKS_APART))) {
            if (score != null) {
                standings.put(rule.id(), instrument, gate.begin(seen, score));
            }
            return Optional.empty();
        }
        LabelGate.Look next = gate.look(before, seen);
        if (!next.after().equals(before)) {
            standings.put(rule.id(), instrument, next.after());
        }
        return next.told() ? Optional.of(finding(rule, look, instrument, before, next.after())) : Optional.empty();
    }

    private static Finding finding(
            AlertRule rule, BiasLook look, String instrument, LabelStanding before, LabelStanding after) {
        return new Finding(
                rule,
                instrument,
                instrument + " " + after.since(),
                LabelCause.of(instrument, before, after, look.changeSince(before, instrument)),
                look.asOf());
    }
}
