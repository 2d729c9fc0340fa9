package org.macroedge.server.regime;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.FormulaVersion;
import org.macroedge.engine.regime.RegimeModel;
import org.macroedge.engine.regime.RegimeMonth;
import org.macroedge.engine.regime.RegimeStanding;
import org.macroedge.engine.regime.SecondOpinions;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.regime.view.RegimeHeader;
import org.macroedge.server.regime.view.RegimeHistory;
import org.macroedge.server.regime.view.RegimeItem;
import org.macroedge.server.regime.view.RegimeList;
import org.macroedge.server.surprises.AnswerInstant;
import org.macroedge.server.surprises.Surprises;

/// Every answer about regimes, from the facts known at one record time. The model of a region is made when it
/// is first asked for. Thread-safe.
public final class RegimeAnswers {

    private final Surprises surprises;
    private final Map<IndicatorId, List<ObservedRelease>> releases;
    private final Map<Region, RegimeModel> models = new ConcurrentHashMap<>();
    private final Clock clock;
    private final SecondOpinions opinions;

    RegimeAnswers(Surprises surprises, Clock clock, SecondOpinions opinions) {
        this.surprises = surprises;
        this.releases =
                surprises.facts().releases().stream().collect(Collectors.groupingBy(ObservedRelease::indicator));
        this.clock = clock;
        this.opinions = opinions;
    }

    /// Every region at its last month-end.
    ///
    /// @param asOf null for now
    /// @throws MacroEdgeException with `as-of-in-future`
    public RegimeList list(@Nullable Instant asOf) {
        AnswerInstant instant = surprises.instant(asOf, clock);
        return new RegimeList(
                header(instant),
                Stream.of(Region.values())
                        .map(region -> item(model(region), instant.asOf()))
                        .toList());
    }

    private static RegimeItem item(RegimeModel model, Instant asOf) {
        List<RegimeMonth> months = model.history(asOf);
        String region = model.region().code();
        if (months.isEmpty()) {
            return new RegimeItem(region, null, List.of(), List.of());
        }
        RegimeMonth latest = months.getLast();
        return new RegimeItem(
                region,
                RegimeViews.point(latest),
                RegimeViews.members(model.growthMembers(latest.month())),
                RegimeViews.members(model.inflationMembers(latest.month())));
    }

    /// One region at each month-end.
    ///
    /// @param asOf null for now
    /// @throws MacroEdgeException with `as-of-in-future`
    public RegimeHistory history(Region region, @Nullable Instant asOf) {
        AnswerInstant instant = surprises.instant(asOf, clock);
        return new RegimeHistory(
                header(instant),
                region.code(),
                model(region).history(instant.asOf()).stream()
                        .map(RegimeViews::point)
                        .toList());
    }

    /// Where every region stands now.
    ///
    /// @param shared the clock of all servers of the store
    /// @param noEarlier by region, the month-end before which it does not go back, though an answer about old
    /// data is as of their last release
    RegimeLook look(Clock shared, Map<Region, LocalDate> noEarlier) {
        AnswerInstant instant = surprises.instant(null, shared);
        Map<Region, RegimeStanding> standings = new EnumMap<>(Region.class);
        for (Region region : Region.values()) {
            Instant asOf = later(instant.asOf(), noEarlier.get(region));
            model(region).standing(asOf).ifPresent(standing -> standings.put(region, standing));
        }
        return new RegimeLook(
                instant.asOf(),
                instant.stale(),
                surprises.facts().recordedAt(),
                surprises.catalogue().hash(),
                standings);
    }

    private static Instant later(Instant asOf, @Nullable LocalDate monthEnd) {
        Instant ended = monthEnd == null
                ? asOf
                : monthEnd.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return ended.isAfter(asOf) ? ended : asOf;
    }

    private RegimeModel model(Region region) {
        return models.computeIfAbsent(
                region, asked -> new RegimeModel(asked, surprises.catalogue().indicators(), releases, opinions));
    }

    private RegimeHeader header(AnswerInstant instant) {
        Catalogue catalogue = surprises.catalogue();
        return new RegimeHeader(surprises.header(instant), FormulaVersion.CURRENT, catalogue.hash());
    }
}
