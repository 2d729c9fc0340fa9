package org.macroedge.engine.regime;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.correlation.ExpandingCorrelation;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.IndexSide;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Quadrant;
import org.macroedge.engine.vocabulary.Region;

/// The regime of a region: the quadrant of its growth and inflation composites at each month-end, 24:00 UTC
/// of the last day. A month-end rests on releases strictly before it, so later data never change it. A
/// region without an indicator of an axis is undetermined. Immutable and thread-safe.
public final class RegimeModel {

    private final Region region;
    private final RegimeComposite growth;
    private final RegimeComposite inflation;
    private final SecondOpinions opinions;

    /// @param indicators in any order, each id once; those of other regions are ignored
    /// @param releases per indicator, in any order; an indicator without any may be absent
    /// @param opinions may be shared by models of any regions and releases
    public RegimeModel(
            Region region,
            List<Indicator> indicators,
            Map<IndicatorId, List<ObservedRelease>> releases,
            SecondOpinions opinions) {
        this.region = region;
        this.opinions = opinions;
        this.growth = new RegimeComposite(RegimeMembers.of(region, IndexSide.GROWTH, indicators), releases);
        this.inflation = new RegimeComposite(RegimeMembers.of(region, IndexSide.INFLATION, indicators), releases);
    }

    /// The region whose regime this is.
    public Region region() {
        return region;
    }

    /// Every month-end at or before an instant, from that after the first print on; empty without prints.
    public List<RegimeMonth> history(Instant asOf) {
        List<YearMonth> months = months(asOf);
        AxisPath growthPath = path(IndexSide.GROWTH, growth.over(months));
        AxisPath inflationPath = path(IndexSide.INFLATION, inflation.over(months));
        List<RegimeMonth> history = new ArrayList<>();
        ExpandingCorrelation changes = new ExpandingCorrelation();
        for (int month = 0; month < months.size(); month++) {
            Quadrant quadrant = growthPath.state(month).quadrant(inflationPath.state(month));
            boolean holds = month > 0 && history.getLast().quadrant() == quadrant;
            changes.add(growthPath.change(month), inflationPath.change(month));
            Double known = changes.value(BrierScores.LEAST_MONTHS);
            double correlation = known == null ? 0 : known;
            history.add(new RegimeMonth(
                    months.get(month),
                    quadrant,
                    growthPath.reading(month),
                    inflationPath.reading(month),
                    correlation,
                    odds(growthPath.ratio(month), inflationPath.ratio(month), correlation),
                    holds ? history.getLast().dwell() + 1 : 1));
        }
        return history;
    }

    /// The last month-end at or before an instant, as [#history] has it, without fitting a second opinion;
    /// empty without prints.
    public Optional<RegimeStanding> standing(Instant asOf) {
        List<YearMonth> months = months(asOf);
        if (months.isEmpty()) {
            return Optional.empty();
        }
        AxisPath growthPath = new AxisPath(growth.over(months), SwitchingPath.NONE);
        AxisPath inflationPath = new AxisPath(inflation.over(months), SwitchingPath.NONE);
        int last = months.size() - 1;
        Quadrant quadrant = growthPath.state(last).quadrant(inflationPath.state(last));
        int since = last;
        while (since > 0 && growthPath.state(since - 1).quadrant(inflationPath.state(since - 1)) == quadrant) {
            since--;
        }
        return Optional.of(new RegimeStanding(
                months.get(last),
                quadrant,
                months.get(since),
                growthPath.composite(last),
                inflationPath.composite(last),
                growthPath.isHeld(last) || inflationPath.isHeld(last)));
    }

    /// The quadrant of every month-end from that after the first print on, without fitting a
    /// second opinion. It ends with a month-end at which every print is too old to serve, so
    /// that all later ones are undetermined.
    SortedMap<YearMonth, Quadrant> quadrants() {
        long last = Math.max(growth.lastServed(), inflation.lastServed());
        SortedMap<YearMonth, Quadrant> quadrants = new TreeMap<>();
        if (last == Long.MIN_VALUE) {
            return quadrants;
        }
        List<YearMonth> months = months(Instant.ofEpochSecond(last)
                .atOffset(ZoneOffset.UTC)
                .plusMonths(2)
                .toInstant());
        AxisPath growthPath = new AxisPath(growth.over(months), SwitchingPath.NONE);
        AxisPath inflationPath = new AxisPath(inflation.over(months), SwitchingPath.NONE);
        for (int month = 0; month < months.size(); month++) {
            quadrants.put(months.get(month), growthPath.state(month).quadrant(inflationPath.state(month)));
        }
        return quadrants;
    }

    private AxisPath path(IndexSide side, double[] composites) {
        return new AxisPath(composites, opinions.of(region, side, composites));
    }

    private List<YearMonth> months(Instant asOf) {
        long first = Math.min(growth.first(), inflation.first());
        if (first >= asOf.getEpochSecond()) {
            return List.of();
        }
        YearMonth from = month(Instant.ofEpochSecond(first));
        YearMonth current = month(asOf); // has not ended yet
        return Stream.iterate(from, month -> month.isBefore(current), month -> month.plusMonths(1))
                .toList();
    }

    private static YearMonth month(Instant instant) {
        return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    }

    private static @Nullable QuadrantOdds odds(double growth, double inflation, double correlation) {
        return Double.isNaN(growth + inflation) ? null : QuadrantOdds.of(growth, inflation, correlation);
    }

    /// What is behind the growth composite of a month, ascending by indicator id.
    public List<RegimeMember> growthMembers(YearMonth month) {
        return growth.members(month);
    }

    /// What is behind the inflation composite of a month, ascending by indicator id.
    public List<RegimeMember> inflationMembers(YearMonth month) {
        return inflation.members(month);
    }
}
