package org.macroedge.server.releases.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.ReleaseTime;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.releases.PlacedFact;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.Schedule;

/// Works out which facts an edited catalogue moves: those whose instant comes from the catalogue, and which the
/// catalogue now places elsewhere. Pure.
///
/// A moved fact is stated again at its new instant. So is whatever replaced it, so that the latest fact stays the
/// latest, whichever of them an undo retracts.
public final class FactMover {

    /// A fact stated again.
    ///
    /// @param origin the fact that an import brought
    public record Moved(long fact, long origin) {}

    private final Function<String, @Nullable Indicator> indicators;
    private final Map<Long, Long> origins;
    private final FactCollector facts;
    private final List<Moved> moved = new ArrayList<>();
    private final Set<ReleaseId> releases = new HashSet<>();

    /// @param indicators by id; null for one that the catalogue no longer has, whose releases stay where they are
    /// @param origins of the facts that were moved before, by number
    /// @param facts receives what is stated again
    public FactMover(Function<String, @Nullable Indicator> indicators, Map<Long, Long> origins, FactCollector facts) {
        this.indicators = indicators;
        this.origins = origins;
        this.facts = facts;
    }

    /// The instant at which the catalogue places a fact; null where the source had a clock time that the catalogue
    /// overruled, and the catalogue no longer has one.
    public static @Nullable Instant ruled(Indicator indicator, LocalDate date, boolean dateOnly) {
        boolean hour = indicator.releaseTime(date).map(ReleaseTime::time).isPresent();
        return hour || dateOnly ? indicator.knownAt(date) : null;
    }

    /// Takes facts of one kind: those that no batch retracted, ascending by number.
    public void take(List<? extends PlacedFact> stored) {
        Map<Object, Map<Long, PlacedFact>> byKey = new LinkedHashMap<>();
        for (PlacedFact fact : stored) {
            // of facts that say the same the latest stands for all
            byKey.computeIfAbsent(fact.key(), key -> new HashMap<>()).put(origin(fact), fact);
        }
        byKey.values()
                .forEach(said -> takeAll(said.values().stream()
                        .sorted(Comparator.comparingLong(PlacedFact::fact))
                        .toList()));
    }

    private void takeAll(List<PlacedFact> ascending) {
        boolean restating = false;
        for (PlacedFact fact : ascending) {
            Instant instant = instant(fact);
            if (!instant.equals(fact.instant())) {
                restating = true;
                releases.add(fact.release());
                facts.change(fact.release().indicator(), instant, fact.instant());
            }
            if (restating) {
                state(fact, instant);
            }
        }
    }

    private Instant instant(PlacedFact fact) {
        LocalDate date = fact.localDate();
        Indicator indicator = date == null
                ? null
                : indicators.apply(fact.release().indicator().value());
        Instant ruled = indicator == null || date == null ? null : ruled(indicator, date, fact.dateOnly());
        return ruled == null ? fact.instant() : ruled;
    }

    private void state(PlacedFact fact, Instant instant) {
        PlacedFact stated = switch (fact) {
            case Print print -> facts.addPrint(number -> print.movedTo(instant, number));
            case Schedule schedule -> facts.addSchedule(number -> schedule.movedTo(instant, number));
        };
        moved.add(new Moved(stated.fact(), origin(fact)));
    }

    private long origin(PlacedFact fact) {
        return origins.getOrDefault(fact.fact(), fact.fact());
    }

    /// The facts stated again.
    public List<Moved> moved() {
        return List.copyOf(moved);
    }

    /// How many releases moved to another instant.
    public int releases() {
        return releases.size();
    }
}
