package org.macroedge.server.releases.importing;

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

/// Works out which facts an edited catalogue moves: those whose instant comes from the catalogue and is another one
/// now. Pure.
///
/// A moved fact is stated anew at its new instant. Whatever replaced it is stated anew too, so that the latest stays
/// the latest, whichever of them an undo takes back.
final class MovedFacts {

    /// @param origin the fact that an import brought
    record Moved(long fact, long origin) {}

    private final Function<String, @Nullable Indicator> indicators;
    private final Map<Long, Long> origins;
    private final NewFacts facts;
    private final List<Moved> moved = new ArrayList<>();
    private final Set<ReleaseId> releases = new HashSet<>();

    /// @param indicators by id; null for one that the catalogue no longer has, whose releases stay where they are
    /// @param origins of the facts that were moved before, by number
    /// @param facts takes what is stated anew
    MovedFacts(Function<String, @Nullable Indicator> indicators, Map<Long, Long> origins, NewFacts facts) {
        this.indicators = indicators;
        this.origins = origins;
        this.facts = facts;
    }

    /// The instant of a fact by the catalogue; null where the source had an hour that the catalogue overruled, and
    /// the catalogue knows none any more.
    static @Nullable Instant ruled(Indicator indicator, LocalDate date, boolean dateOnly) {
        boolean hour = indicator.releaseTime(date).map(ReleaseTime::time).isPresent();
        return hour || dateOnly ? indicator.knownAt(date) : null;
    }

    /// Takes facts of one kind, those that no batch took back, ascending by number.
    void take(List<? extends PlacedFact> stored) {
        Map<Object, Map<Long, PlacedFact>> byKey = new LinkedHashMap<>();
        for (PlacedFact one : stored) {
            // of facts that say the same the latest stands for all
            byKey.computeIfAbsent(one.key(), key -> new HashMap<>()).put(origin(one), one);
        }
        byKey.values()
                .forEach(said -> takeAll(said.values().stream()
                        .sorted(Comparator.comparingLong(PlacedFact::fact))
                        .toList()));
    }

    private void takeAll(List<PlacedFact> ascending) {
        boolean stating = false;
        for (PlacedFact one : ascending) {
            Instant instant = instant(one);
            boolean moves = !instant.equals(one.instant());
            stating |= moves;
            if (moves) {
                releases.add(one.release());
                facts.changed(indicator(one), instant, one.instant());
            }
            if (stating) {
                state(one, instant);
            }
        }
    }

    private Instant instant(PlacedFact one) {
        LocalDate date = one.localDate();
        Indicator indicator =
                date == null ? null : indicators.apply(one.release().indicator().value());
        Instant ruled = indicator == null || date == null ? null : ruled(indicator, date, one.dateOnly());
        return ruled == null ? one.instant() : ruled;
    }

    private void state(PlacedFact one, Instant instant) {
        long number = facts.number();
        switch (one.movedTo(instant, number)) {
            case Print print -> facts.prints.add(print);
            case Schedule schedule -> facts.schedules.add(schedule);
        }
        moved.add(new Moved(number, origin(one)));
    }

    private long origin(PlacedFact one) {
        return origins.getOrDefault(one.fact(), one.fact());
    }

    private Indicator indicator(PlacedFact one) {
        return java.util.Objects.requireNonNull(
                indicators.apply(one.release().indicator().value()));
    }

    /// The facts stated anew.
    List<Moved> moved() {
        return moved;
    }

    /// How many releases stand at another instant.
    int releases() {
        return releases.size();
    }
}
