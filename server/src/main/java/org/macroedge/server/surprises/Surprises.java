package org.macroedge.server.surprises;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.NextForecast;
import org.macroedge.engine.surprise.OwnPrintForecast;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.ForecastClass;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.surprises.view.AnswerHeader;

/// Every release known at one record time with its standardised surprise. Immutable except for a
/// cache, and thread-safe.
public final class Surprises {

    private final KnownReleases facts;
    private final Map<IndicatorId, List<StandardisedSurprise>> byIndicator;
    private final Map<IndicatorId, Known> next = new ConcurrentHashMap<>();

    /// What an indicator's own prints say after the first of its releases.
    ///
    /// @param forecast null for none
    private record Known(int releases, @Nullable NextForecast forecast) {}

    private Surprises(KnownReleases facts, Map<IndicatorId, List<StandardisedSurprise>> byIndicator) {
        this.facts = facts;
        this.byIndicator = byIndicator;
    }

    /// Computes the surprises of all indicators of the catalogue in force then; releases of others are left out.
    public static Surprises of(KnownReleases facts) {
        return new Surprises(
                facts,
                new SurpriseCalculator().calculate(facts.catalogue().indicators(), releases(facts, indicator -> true)));
    }

    /// The surprises of facts of which some indicators alone have changed: only theirs are computed, and those of
    /// policy rates, which succeed one another.
    ///
    /// @param facts by the same catalogue
    Surprises replacing(Set<IndicatorId> changed, KnownReleases facts) {
        boolean ofPolicyRates = catalogue().indicators().stream()
                .anyMatch(indicator -> indicator.isPolicyRate() && changed.contains(indicator.id()));
        List<Indicator> again = catalogue().indicators().stream()
                .filter(indicator -> changed.contains(indicator.id()) || ofPolicyRates && indicator.isPolicyRate())
                .toList();
        Set<IndicatorId> ids = again.stream().map(Indicator::id).collect(Collectors.toSet());
        Map<IndicatorId, List<StandardisedSurprise>> replaced = new HashMap<>(byIndicator);
        replaced.putAll(new SurpriseCalculator().calculate(again, releases(facts, ids::contains)));
        Surprises surprises = new Surprises(facts, replaced);
        next.forEach((id, known) -> {
            if (!ids.contains(id)) {
                surprises.next.put(id, known);
            }
        });
        return surprises;
    }

    private static Map<IndicatorId, List<ObservedRelease>> releases(
            KnownReleases facts, Predicate<IndicatorId> wanted) {
        return facts.releases().stream()
                .filter(release -> wanted.test(release.indicator()))
                .collect(Collectors.groupingBy(ObservedRelease::indicator));
    }

    /// The catalogue that they were computed by.
    public Catalogue catalogue() {
        return facts.catalogue();
    }

    /// The facts that they were computed from.
    public KnownReleases facts() {
        return facts;
    }

    /// By indicator, each in the order of the engine.
    public Map<IndicatorId, List<StandardisedSurprise>> byIndicator() {
        return byIndicator;
    }

    /// The surprises of an indicator, ascending by release instant, then in the order of the engine; empty where it has
    /// none.
    public List<StandardisedSurprise> of(IndicatorId indicator) {
        return byIndicator.getOrDefault(indicator, List.of());
    }

    /// Whether the last release of an indicator, as known at an instant, was measured against a survey or vendor. One
    /// is then likely to be said for the next release too.
    public boolean isSurveyed(IndicatorId indicator, Instant asOf) {
        return last(indicator, asOf)
                .filter(last -> last.forecastClass() == ForecastClass.SURVEYED)
                .isPresent();
    }

    /// The last release of an indicator that is known at an instant.
    public Optional<StandardisedSurprise> last(IndicatorId indicator, Instant asOf) {
        List<StandardisedSurprise> all = of(indicator);
        int releases = known(all, asOf);
        return releases == 0 ? Optional.empty() : Optional.of(all.get(releases - 1));
    }

    /// What an indicator's own prints say, as known at an instant, of its next release; empty where they say nothing,
    /// and where a survey is likely to come. It is computed once for each number of releases known.
    public Optional<NextForecast> next(Indicator indicator, Instant asOf) {
        if (isSurveyed(indicator.id(), asOf)) {
            return Optional.empty();
        }
        List<StandardisedSurprise> all = of(indicator.id());
        int releases = known(all, asOf);
        Known known = next.get(indicator.id());
        if (known == null || known.releases != releases) {
            known = new Known(
                    releases,
                    OwnPrintForecast.next(indicator, all.subList(0, releases)).orElse(null));
            next.put(indicator.id(), known);
        }
        return Optional.ofNullable(known.forecast);
    }

    private static int known(List<StandardisedSurprise> ascending, Instant asOf) {
        int known = ascending.size();
        while (known > 0 && ascending.get(known - 1).release().releasedAt().isAfter(asOf)) {
            known--;
        }
        return known;
    }

    /// All of them, in no order.
    public List<StandardisedSurprise> all() {
        return byIndicator.values().stream().flatMap(List::stream).toList();
    }

    /// The instant that an answer is for.
    ///
    /// @param asOf null for now
    /// @throws MacroEdgeException with `invalid-instant` if asOf has a fraction of a second, with `as-of-in-future`
    /// if it is in the future
    public AnswerInstant instant(@Nullable Instant asOf, Clock clock) {
        Instant now = clock.instant();
        if (asOf == null) {
            return AnswerInstant.now(now, lastRelease(now));
        }
        Instants.checkAsOf(asOf, now);
        return new AnswerInstant(asOf, false);
    }

    /// The first instant after `now` at which an answer for which no instant was requested may be another, as long as
    /// the store does not change. Until then, every such answer is the same for every clock.
    public Instant nextChange(Instant now) {
        return AnswerInstant.nextChange(
                now, Stream.concat(facts.releases().stream().map(ObservedRelease::releasedAt), facts.announcements()));
    }

    /// The header of an answer for an instant.
    public AnswerHeader header(AnswerInstant instant) {
        return new AnswerHeader(instant.asOf(), instant.stale(), facts.sampleOnly());
    }

    private @Nullable Instant lastRelease(Instant now) {
        List<ObservedRelease> releases = facts.releases();
        for (int index = releases.size() - 1; index >= 0; index--) {
            if (!releases.get(index).releasedAt().isAfter(now)) {
                return releases.get(index).releasedAt();
            }
        }
        return null;
    }
}
