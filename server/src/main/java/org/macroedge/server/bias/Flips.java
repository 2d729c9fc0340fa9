package org.macroedge.server.bias;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.scenario.AssumedInstant;
import org.macroedge.engine.scenario.AssumedRelease;
import org.macroedge.engine.scenario.Figure;
import org.macroedge.engine.scenario.FlipMap;
import org.macroedge.engine.scenario.ReleaseFlips;
import org.macroedge.engine.statistics.SurpriseDistribution;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.bias.UpcomingReleases.Scheduled;
import org.macroedge.server.bias.view.FlipAnswer;
import org.macroedge.server.bias.view.FlipItem;
import org.macroedge.server.bias.view.FlipRelease;
import org.macroedge.server.bias.view.LabelBounds;
import org.macroedge.server.bias.view.NextFlips;
import org.macroedge.server.calendar.ExpectedRelease;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.surprises.AnswerInstant;
import org.macroedge.server.surprises.Surprises;

/// Which releases of the next days could change which label.
final class Flips {

    private final Surprises surprises;
    private final BiasModels models;
    private final Clock clock;

    Flips(Surprises surprises, BiasModels models, Clock clock) {
        this.surprises = surprises;
        this.models = models;
        this.clock = clock;
    }

    /// @throws MacroEdgeException with `unknown-instrument`
    FlipAnswer of(FlipQuestion question, @Nullable Instant asOf, String weightSet) {
        AnswerInstant instant = surprises.instant(asOf, clock);
        Instant until = until(instant.asOf(), question.days());
        List<Instrument> instruments = instruments(question.instrument());
        FlipMap map = map(instant.asOf(), until, weightSet);
        return new FlipAnswer(
                models.header(instant, weightSet),
                LabelBounds.CURRENT,
                until,
                SurpriseDistribution.FEWEST,
                items(map, instruments, instant.asOf(), weightSet),
                map.releases().stream()
                        .map(release -> release(release, instruments))
                        .toList());
    }

    /// The next release of each instrument within a number of days after an instant.
    NextFlips next(int days, Instant asOf, String weightSet) {
        Instant until = until(asOf, days);
        FlipMap map = map(asOf, until, weightSet);
        return new NextFlips(until, SurpriseDistribution.FEWEST, items(map, instruments(null), asOf, weightSet));
    }

    private static Instant until(Instant asOf, int days) {
        return asOf.plus(days, ChronoUnit.DAYS);
    }

    private FlipMap map(Instant asOf, Instant until, String weightSet) {
        return FlipMap.of(models.inputs(models.weights(weightSet)), asOf, instants(asOf, until));
    }

    private List<FlipItem> items(FlipMap map, List<Instrument> instruments, Instant asOf, String weightSet) {
        return models.of(weightSet).at(asOf).stream()
                .filter(bias -> instruments.contains(bias.instrument()))
                .map(bias -> item(bias, map))
                .toList();
    }

    private List<Instrument> instruments(@Nullable String instrument) {
        List<Instrument> all = surprises.catalogue().instruments();
        return instrument == null ? all : List.of(all.get(models.index(instrument)));
    }

    private List<AssumedInstant> instants(Instant asOf, Instant until) {
        UpcomingReleases upcoming = new UpcomingReleases(surprises, asOf);
        List<ExpectedRelease> likely = ExpectedRelease.between(surprises, asOf, until, indicator -> true);
        BiPredicate<IndicatorId, Instant> isNext = upcoming.isNext(likely);
        Map<Instant, List<AssumedRelease>> scheduled = new TreeMap<>();
        upcoming.scheduled()
                .filter(release -> !release.releasedAt().isAfter(until))
                .forEach(release -> scheduled
                        .computeIfAbsent(release.releasedAt(), at -> new ArrayList<>())
                        .add(assumed(release, isNext)));
        Map<Instant, List<AssumedRelease>> expected = new TreeMap<>();
        likely.forEach(release -> expected.computeIfAbsent(release.expectedAt(), at -> new ArrayList<>())
                .add(new AssumedRelease(
                        upcoming.unusedId(release.indicator(), release.expectedAt()),
                        release.indicator().id(),
                        List.of(),
                        Figure.EXPECTED,
                        isNext.test(release.indicator().id(), release.expectedAt()))));
        TreeMap<Instant, List<AssumedRelease>> all = new TreeMap<>(scheduled);
        all.putAll(expected);
        return all.keySet().stream()
                .map(at -> new AssumedInstant(
                        at, scheduled.getOrDefault(at, List.of()), expected.getOrDefault(at, List.of())))
                .toList();
    }

    private static AssumedRelease assumed(Scheduled release, BiPredicate<IndicatorId, Instant> isNext) {
        return new AssumedRelease(
                release.releaseId(),
                release.indicator(),
                release.forecasts(),
                Figure.EXPECTED,
                isNext.test(release.indicator(), release.releasedAt()));
    }

    private FlipItem item(InstrumentBias bias, FlipMap map) {
        return new FlipItem(
                bias.instrument().id().value(),
                bias.instrument().name(),
                BiasLevels.of(bias),
                map.next(bias.instrument().id())
                        .map(next -> FlipViews.next(next, surprises.catalogue()))
                        .orElse(null));
    }

    private FlipRelease release(ReleaseFlips release, List<Instrument> instruments) {
        return FlipViews.release(
                release,
                surprises.catalogue(),
                release.instruments().stream()
                        .filter(flips -> instruments.contains(flips.instrument()))
                        .map(FlipViews::labels)
                        .toList());
    }
}
