package org.macroedge.server.releases.derivation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.releases.intake.ReportedRelease;

/// Which indicator a row belongs to: after the end of an indicator, its successor.
public final class Succession {

    private final Map<IndicatorId, Indicator> indicators;

    /// @param indicators of the catalogue in use
    public Succession(Collection<Indicator> indicators) {
        this.indicators = indicators.stream().collect(Collectors.toMap(Indicator::id, Function.identity()));
    }

    /// The indicator of a row in this catalogue; null where the catalogue no longer has it.
    public @Nullable Indicator of(ReportedRelease row) {
        Indicator indicator = indicators.get(row.indicator().id());
        Set<IndicatorId> passed = new HashSet<>();
        while (indicator != null && passed.add(indicator.id()) && isOver(indicator, row)) {
            IndicatorId successor = indicator.successor();
            if (successor == null || !indicators.containsKey(successor)) {
                return indicator;
            }
            indicator = indicators.get(successor);
        }
        return indicator;
    }

    private static boolean isOver(Indicator indicator, ReportedRelease row) {
        LocalDate date = row.localDate() != null ? row.localDate() : indicator.localDate(row.instant());
        return indicator.validTo() != null && date.isAfter(indicator.validTo());
    }

    /// The ids under which rows of some indicators may be stored: their own and those of all predecessors.
    public List<String> storedUnder(Collection<IndicatorId> wanted) {
        Set<IndicatorId> ids = new HashSet<>(wanted);
        List<IndicatorId> added = new ArrayList<>(wanted);
        while (!added.isEmpty()) {
            added = indicators.values().stream()
                    .filter(indicator -> indicator.successor() != null && ids.contains(indicator.successor()))
                    .map(Indicator::id)
                    .filter(ids::add)
                    .toList();
        }
        return ids.stream().map(IndicatorId::value).sorted().toList();
    }

    /// The ids to which rows stored under some ids may belong: these and all successors.
    public Set<IndicatorId> reachedFrom(Collection<IndicatorId> stored) {
        Set<IndicatorId> reached = new HashSet<>();
        for (IndicatorId id : stored) {
            IndicatorId next = id;
            while (next != null && indicators.containsKey(next) && reached.add(next)) {
                next = indicators.get(next).successor();
            }
        }
        return reached;
    }
}
