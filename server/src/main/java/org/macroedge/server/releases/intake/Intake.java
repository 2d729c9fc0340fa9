package org.macroedge.server.releases.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Works out the facts of a batch, one group of indicators after another. Pure: what the store holds is an
/// argument.
public final class Intake {

    private final String source;
    private final FactCollector facts;
    private final Map<RowOutcome, Long> outcomes = new HashMap<>();
    private final Map<String, RowDigest> learned = new TreeMap<>();

    /// @param source of every row
    /// @param facts receives what the rows add, confirm and change
    public Intake(String source, FactCollector facts) {
        this.source = source;
        this.facts = facts;
    }

    /// Skips the indicators whose rows are all known, and confirms the facts they stand for.
    ///
    /// @param known digests by indicator id
    /// @return the other indicators
    public List<IndicatorRows> unknown(List<IndicatorRows> group, Map<String, RowDigest> known) {
        List<IndicatorRows> unknown = new ArrayList<>();
        for (IndicatorRows rows : group) {
            RowDigest before = known.get(rows.id());
            if (before != null && before.matches(rows.hash())) {
                facts.confirm(FactNumbers.of(before.facts()));
                outcomes.merge(RowOutcome.UNCHANGED, (long) rows.rows().size(), Long::sum);
            } else {
                unknown.add(rows);
            }
        }
        return unknown;
    }

    /// Works out the facts of rows, in their order.
    ///
    /// @param stored what the store holds of their indicators
    public void take(List<IndicatorRows> group, ReleaseCandidates stored) {
        group.forEach(rows -> take(rows, stored.of(rows.id())));
    }

    private void take(IndicatorRows rows, ReleaseCandidates.OfIndicator stored) {
        long first = facts.end();
        FactNumbers confirmed = new FactNumbers();
        Map<RowOutcome, Long> counts =
                new IndicatorIntake(rows.indicator(), source, stored, facts, confirmed).take(rows.rows());
        counts.forEach((outcome, count) -> outcomes.merge(outcome, count, Long::sum));
        facts.confirm(confirmed);
        if (!counts.containsKey(RowOutcome.CORRECTED) && !counts.containsKey(RowOutcome.REVISED)) {
            confirmed.add(first, facts.end());
            learned.put(rows.id(), new RowDigest(rows.hash(), confirmed.multirange()));
        }
    }

    /// How many rows had each outcome.
    public Map<RowOutcome, Long> outcomes() {
        return Map.copyOf(outcomes);
    }

    /// How to recognise the rows when they come again, by indicator id.
    public Map<String, RowDigest> learned() {
        return learned;
    }
}
