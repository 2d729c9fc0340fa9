package org.macroedge.server.bias;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.Contribution;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.scenario.AssumedRelease;
import org.macroedge.engine.scenario.ConditionalBias;
import org.macroedge.engine.scenario.KnownInputs;
import org.macroedge.engine.scenario.Scenario;
import org.macroedge.engine.scenario.Sensitivity;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.bias.AssumedFigures.AssumedFigure;
import org.macroedge.server.bias.UpcomingReleases.Scheduled;
import org.macroedge.server.bias.view.BiasLevel;
import org.macroedge.server.bias.view.ConditionalMean;
import org.macroedge.server.bias.view.LabelBounds;
import org.macroedge.server.bias.view.ScenarioAnswer;
import org.macroedge.server.bias.view.ScenarioBias;
import org.macroedge.server.bias.view.ScenarioFlip;
import org.macroedge.server.bias.view.ScenarioPoint;
import org.macroedge.server.bias.view.ScenarioRelease;
import org.macroedge.server.calendar.ExpectedRelease;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.surprises.AnswerInstant;
import org.macroedge.server.surprises.Contributions;
import org.macroedge.server.surprises.Surprises;

/// What a release that is to come would do to every instrument, with the other releases of its instant.
final class Scenarios {

    private static final int GRID = 3;
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final Surprises surprises;
    private final Catalogue catalogue;
    private final BiasModels models;
    private final Clock clock;

    Scenarios(Surprises surprises, BiasModels models, Clock clock) {
        this.surprises = surprises;
        this.catalogue = surprises.catalogue();
        this.models = models;
        this.clock = clock;
    }

    /// @throws MacroEdgeException with `unknown-indicator`; with `invalid-request` where a figure cannot be read; with
    /// `not-to-come` where no such release is scheduled, or its instant is not to come
    ScenarioAnswer of(ScenarioQuestion question, @Nullable Instant asOf, String weightSet) {
        AnswerInstant instant = surprises.instant(asOf, clock);
        Indicator varied = AssumedFigures.indicator(question.indicator(), catalogue);
        Map<IndicatorId, AssumedFigure> figures = AssumedFigures.read(question.set(), catalogue);
        Instant at = at(varied, question.releasedAt(), instant.asOf());
        List<AssumedRelease> releases = releases(varied, at, instant.asOf(), figures);
        WeightSet weights = models.weights(weightSet);
        KnownInputs inputs = models.inputs(weights);
        Scenario scenario = Scenario.of(inputs, instant.asOf(), at, releases);
        return new ScenarioAnswer(
                models.header(instant, weightSet),
                LabelBounds.CURRENT,
                varied.id().value(),
                at,
                views(releases, scenario, figures),
                items(scenario, releases.getFirst().releaseId(), weights.clip()));
    }

    private Instant at(Indicator varied, @Nullable Instant asked, Instant asOf) {
        if (asked != null) {
            Instant second = asked.truncatedTo(ChronoUnit.SECONDS);
            if (!second.isAfter(asOf) || second.isAfter(asOf.plus(FARTHEST))) {
                throw BiasMessage.NOT_TO_COME.exception(asked, asOf);
            }
            return second;
        }
        return new UpcomingReleases(surprises, asOf)
                .scheduled()
                .filter(release -> release.indicator().equals(varied.id()))
                .map(Scheduled::releasedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> BiasMessage.NOT_SCHEDULED.exception(varied.id(), asOf));
    }

    /// The varied release first, then by indicator. One that is not scheduled for the instant is made up.
    private List<AssumedRelease> releases(
            Indicator varied, Instant at, Instant asOf, Map<IndicatorId, AssumedFigure> figures) {
        UpcomingReleases upcoming = new UpcomingReleases(surprises, asOf);
        List<Scheduled> scheduled = upcoming.scheduled()
                .filter(release -> release.releasedAt().equals(at))
                .toList();
        List<IndicatorId> asked = Stream.concat(Stream.of(varied.id()), figures.keySet().stream())
                .distinct()
                .toList();
        Set<IndicatorId> all = Stream.concat(asked.stream(), scheduled.stream().map(Scheduled::indicator))
                .collect(Collectors.toSet());
        BiPredicate<IndicatorId, Instant> isNext = upcoming.isNext(
                ExpectedRelease.between(surprises, asOf, at, indicator -> all.contains(indicator.id())));
        List<AssumedRelease> releases = new ArrayList<>(scheduled.stream()
                .map(release -> assumed(
                        release.releaseId(),
                        release.indicator(),
                        release.forecasts(),
                        figures,
                        isNext.test(release.indicator(), at)))
                .toList());
        asked.stream()
                .filter(indicator -> releases.stream()
                        .noneMatch(release -> release.indicator().equals(indicator)))
                .map(indicator -> madeUp(upcoming, indicator, at, figures, isNext.test(indicator, at)))
                .forEach(releases::add);
        releases.sort(Comparator.comparing(
                        (AssumedRelease release) -> !release.indicator().equals(varied.id()))
                .thenComparing(AssumedRelease::indicator)
                .thenComparing(AssumedRelease::releaseId));
        return releases;
    }

    private AssumedRelease madeUp(
            UpcomingReleases upcoming,
            IndicatorId id,
            Instant at,
            Map<IndicatorId, AssumedFigure> figures,
            boolean next) {
        Indicator indicator = AssumedFigures.indicator(id.value(), catalogue);
        AssumedRelease release = assumed(upcoming.unusedId(indicator, at), id, List.of(), figures, next);
        boolean isComputed = indicator.isPolicyRate()
                || next
                        && surprises
                                .next(indicator, upcoming.asOf())
                                .flatMap(own -> own.at(at))
                                .isPresent();
        if (release.forecasts().isEmpty() && !isComputed) {
            throw BiasMessage.NOT_TOGETHER.exception(id, at);
        }
        return release;
    }

    private static AssumedRelease assumed(
            ReleaseId release,
            IndicatorId indicator,
            List<ObservedForecast> forecasts,
            Map<IndicatorId, AssumedFigure> figures,
            boolean next) {
        AssumedFigure figure = figures.getOrDefault(indicator, AssumedFigure.EXPECTED);
        return new AssumedRelease(release, indicator, figure.forecasts(forecasts), figure.figure(), next);
    }

    private List<ScenarioRelease> views(
            List<AssumedRelease> releases, Scenario scenario, Map<IndicatorId, AssumedFigure> figures) {
        return IntStream.range(0, releases.size())
                .mapToObj(index -> view(scenario, scenario.surprises().get(index), figures))
                .toList();
    }

    private ScenarioRelease view(
            Scenario scenario, StandardisedSurprise surprise, Map<IndicatorId, AssumedFigure> figures) {
        IndicatorId id = surprise.release().indicator();
        Indicator indicator = catalogue.indicator(id.value()).orElseThrow();
        @Nullable ConditionalMean mean = mean(scenario.conditional(), id, figures);
        return new ScenarioRelease(
                surprise.release().releaseId().value(),
                id.value(),
                indicator.name(),
                indicator.shortName(),
                indicator.region().code(),
                figures.containsKey(id),
                indicator.unit(),
                indicator.step(),
                actual(surprise, figures.get(id)),
                Contributions.forecast(surprise),
                Contributions.forecastKind(surprise),
                Mark.codes(surprise.marks()),
                surprise.sigma(),
                surprise.sigmaObservations(),
                surprise.z(),
                BiasViews.code(surprise.reason()),
                surprise.usable() ? mean : null);
    }

    private static @Nullable ConditionalMean mean(
            @Nullable ConditionalBias conditional, IndicatorId id, Map<IndicatorId, AssumedFigure> figures) {
        return conditional == null || figures.containsKey(id)
                ? null
                : conditional.surprises().stream()
                        .filter(surprise -> surprise.indicator().equals(id))
                        .map(surprise -> new ConditionalMean(
                                surprise.z(),
                                surprise.observations(),
                                surprise.given().stream()
                                        .map(IndicatorId::value)
                                        .toList(),
                                BiasViews.code(surprise.reason())))
                        .findFirst()
                        .orElse(null);
    }

    /// A release of which nothing is expected is computed with a figure that does not count; it is not
    /// shown.
    private static @Nullable BigDecimal actual(StandardisedSurprise surprise, @Nullable AssumedFigure figure) {
        boolean isKnown = surprise.forecast() != null || (figure != null && figure.isValue());
        return isKnown ? surprise.release().actual() : null;
    }

    private static List<ScenarioBias> items(Scenario scenario, ReleaseId varied, double clip) {
        return IntStream.range(0, scenario.after().size())
                .mapToObj(index -> item(scenario, index, varied, clip))
                .toList();
    }

    private static ScenarioBias item(Scenario scenario, int index, ReleaseId varied, double clip) {
        InstrumentBias before = scenario.before().get(index);
        InstrumentBias after = scenario.after().get(index);
        @Nullable Sensitivity sensitivity = Sensitivity.of(after, varied, clip).orElse(null);
        return new ScenarioBias(
                after.instrument().id().value(),
                after.instrument().name(),
                BiasLevels.of(before),
                BiasLevels.of(after),
                conditional(scenario.conditional(), index),
                scaleChanges(before, after),
                sensitivity == null ? null : sensitivity.weight(),
                sensitivity == null ? List.of() : grid(sensitivity),
                sensitivity == null ? List.of() : flips(sensitivity));
    }

    private static @Nullable BiasLevel conditional(@Nullable ConditionalBias conditional, int index) {
        return conditional == null || conditional.after() == null
                ? null
                : BiasLevels.of(conditional.after().get(index));
    }

    private static boolean scaleChanges(InstrumentBias before, InstrumentBias after) {
        return before.contributions().stream()
                .anyMatch(old -> after.contributions().stream()
                        .filter(one -> isSame(one, old))
                        .anyMatch(one -> one.weight() != old.weight()));
    }

    private static boolean isSame(Contribution one, Contribution other) {
        return one.surprise()
                .release()
                .releaseId()
                .equals(other.surprise().release().releaseId());
    }

    private static List<ScenarioPoint> grid(Sensitivity sensitivity) {
        return IntStream.rangeClosed(-GRID, GRID)
                .mapToObj(sigmas -> {
                    double z = sensitivity.at(sigmas);
                    return new ScenarioPoint(
                            sigmas,
                            sensitivity.value(sigmas),
                            InstrumentBias.scoreOf(z),
                            BiasViews.code(sensitivity.label(z)),
                            z);
                })
                .toList();
    }

    private static List<ScenarioFlip> flips(Sensitivity sensitivity) {
        return sensitivity.flips().stream()
                .map(flip -> new ScenarioFlip(
                        BiasViews.code(flip.label()),
                        flip.positive(),
                        flip.z(),
                        flip.value(),
                        flip.firstValue(),
                        flip.firstZ()))
                .toList();
    }
}
