package org.macroedge.server.surprises;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.NearestIndicators;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.UnknownName;
import org.macroedge.server.platform.json.MappedList;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.releases.ReleaseVerdict;
import org.macroedge.server.surprises.view.IndicatorItem;
import org.macroedge.server.surprises.view.IndicatorList;
import org.macroedge.server.surprises.view.IndicatorReleases;
import org.macroedge.server.surprises.view.IndicatorRevisions;
import org.macroedge.server.surprises.view.ReleaseItem;
import org.macroedge.server.surprises.view.SourceRanking;
import org.macroedge.server.surprises.view.VerdictView;

/// Every answer about indicators and their releases.
public final class IndicatorAnswers {

    private static final int DAYS_A_YEAR = 365;

    private final Catalogue catalogue;
    private final Surprises surprises;
    private final Clock clock;

    public IndicatorAnswers(Surprises surprises, Clock clock) {
        this.catalogue = surprises.catalogue();
        this.surprises = surprises;
        this.clock = clock;
    }

    /// Every indicator with its last release as known.
    ///
    /// @param asOf null for now
    public IndicatorList list(@Nullable Instant asOf) {
        AnswerInstant instant = surprises.instant(asOf, clock);
        return new IndicatorList(
                surprises.header(instant),
                catalogue.indicators().stream()
                        .map(indicator -> item(indicator, known(indicator, instant.asOf()), instant.asOf()))
                        .toList());
    }

    /// The releases of one indicator, oldest first.
    ///
    /// @throws MacroEdgeException with `unknown-indicator`, naming the three nearest
    public IndicatorReleases releases(String id, @Nullable Instant asOf) {
        Indicator indicator = catalogue.indicator(id).orElseThrow(() -> unknown(id));
        AnswerInstant instant = surprises.instant(asOf, clock);
        List<StandardisedSurprise> known = known(indicator, instant.asOf());
        return new IndicatorReleases(
                surprises.header(instant),
                indicator.id().value(),
                indicator.name(),
                indicator.unit(),
                indicator.step(),
                ConsensusRecord.of(indicator, known),
                ConsensusPaths.of(indicator, known, surprises, instant.asOf()),
                SourceErrors.of(surprises, List.of(indicator), instant.asOf()),
                new MappedList<>(known, this::release));
    }

    /// How the figures of one indicator were revised, oldest first.
    ///
    /// @param asOf null for now
    /// @param from inclusive; null for a year before the end
    /// @param to inclusive; null, and at the latest, asOf
    /// @throws MacroEdgeException with `unknown-indicator`, naming the three nearest, or with
    /// `invalid-instant` where the span ends before it starts
    public IndicatorRevisions revisions(
            String id, @Nullable Instant asOf, @Nullable Instant from, @Nullable Instant to) {
        Indicator indicator = catalogue.indicator(id).orElseThrow(() -> unknown(id));
        AnswerInstant instant = surprises.instant(asOf, clock);
        Instant end = instant.end(to);
        Instant start = from == null ? end.minus(DAYS_A_YEAR, ChronoUnit.DAYS) : from;
        Instants.checkPeriod(start, end);
        List<ObservedRelease> known = known(indicator, instant.asOf()).stream()
                .map(StandardisedSurprise::release)
                .toList();
        return new IndicatorRevisions(
                surprises.header(instant),
                indicator.id().value(),
                indicator.name(),
                indicator.unit(),
                indicator.step(),
                indicator.previousRefersTo().code(),
                start,
                end,
                RevisionViews.of(indicator, known, start, end));
    }

    /// The sources of forecasts by their error.
    ///
    /// @param asOf null for now
    /// @param region null for all
    public SourceRanking ranking(@Nullable Instant asOf, @Nullable Region region) {
        AnswerInstant instant = surprises.instant(asOf, clock);
        List<Indicator> chosen = catalogue.indicators().stream()
                .filter(indicator -> region == null || indicator.region() == region)
                .toList();
        return new SourceRanking(surprises.header(instant), SourceErrors.of(surprises, chosen, instant.asOf()));
    }

    private MacroEdgeException unknown(String id) {
        return UnknownName.indicator(id, NearestIndicators.to(id, catalogue.indicators()));
    }

    private List<StandardisedSurprise> known(Indicator indicator, Instant asOf) {
        return surprises.of(indicator.id()).stream()
                .takeWhile(surprise -> !surprise.release().releasedAt().isAfter(asOf))
                .toList();
    }

    private static IndicatorItem item(Indicator indicator, List<StandardisedSurprise> known, Instant asOf) {
        StandardisedSurprise last = known.isEmpty() ? null : known.getLast();
        ObservedForecast forecast = last == null ? null : last.forecast();
        return new IndicatorItem(
                indicator.id().value(),
                indicator.name(),
                indicator.shortName(),
                indicator.region().code(),
                indicator.category().code(),
                indicator.unit(),
                indicator.transform(),
                indicator.adjustment(),
                indicator.frequency().code(),
                indicator.polarity(),
                indicator.importance(),
                indicator.group(),
                indicator.stage().code(),
                indicator.step(),
                indicator.validFrom(),
                indicator.validTo(),
                indicator.successor() == null ? null : indicator.successor().value(),
                known.size(),
                OverdueReleases.overdue(
                        indicator, last == null ? null : last.release().releasedAt(), asOf),
                last == null ? null : last.release().releasedAt(),
                last == null ? null : last.release().actual(),
                forecast == null ? null : forecast.value(),
                last == null ? null : last.z(),
                last == null ? List.of() : Mark.codes(last.marks()));
    }

    private ReleaseItem release(StandardisedSurprise surprise) {
        StandardisedSurprise.Reason reason = surprise.reason();
        return new ReleaseItem(
                surprise.release().releaseId().value(),
                surprise.release().releasedAt(),
                surprise.release().period(),
                surprise.release().actual(),
                Contributions.forecast(surprise),
                Contributions.forecastKind(surprise),
                surprise.release().previous(),
                surprise.surprise(),
                surprise.sigma(),
                surprise.sigmaObservations(),
                surprise.zRaw(),
                surprise.z(),
                reason == null ? null : reason.code(),
                surprise.release().source(),
                Mark.codes(surprise.marks()),
                surprises
                        .facts()
                        .verdict(surprise.release().releaseId())
                        .map(IndicatorAnswers::verdict)
                        .orElse(null));
    }

    private static VerdictView verdict(ReleaseVerdict verdict) {
        return new VerdictView(
                verdict.stated().verdict().orElseThrow().code(),
                verdict.author(),
                verdict.reason(),
                verdict.recordedAt(),
                verdict.batch());
    }
}
