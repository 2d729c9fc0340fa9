package org.macroedge.server.regime;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.regime.RegimeStanding;
import org.macroedge.engine.vocabulary.Quadrant;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.Event;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.surprises.DerivedConsumer;
import org.macroedge.server.surprises.DerivedFrom;

/// Records an event whenever the present quadrant of a region is another one than was recorded last.
///
/// It looks when data change, when a month ends, and when the formula or the catalogue is another one. A look
/// compares where the regions stand now with table `regime_state`, and writes both the events and the table in one
/// transaction, one process at a time: what was delivered before, or is seen by another server, is no change. So an
/// import of history has no event for each of its months.
///
/// Only a process whose own catalogue files are in force looks.
final class RegimeChanges extends DerivedConsumer {

    static final String NAME = "regimes";

    private final LatestRegimes latest;
    private final RegimeStates states;
    private final EventLog events;
    private final RecordTimes recordTimes;
    private final Clock clock;

    /// @param clock that of the database: servers whose clocks are apart must not differ about the month
    RegimeChanges(
            CatalogueInForce catalogue,
            LatestRegimes latest,
            RegimeStates states,
            DerivedFrom derivedFrom,
            EventLog events,
            RecordTimes recordTimes,
            Clock clock) {
        super(catalogue, derivedFrom);
        this.latest = latest;
        this.states = states;
        this.events = events;
        this.recordTimes = recordTimes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isStale() {
        return !derivedFrom.isCurrent(NAME, inputs(catalogue.own().catalogue().hash(), month()));
    }

    private YearMonth month() {
        return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    }

    /// A month that ends changes regimes without any release.
    private static String inputs(String catalogueHash, YearMonth month) {
        return DerivedFrom.inputs(catalogueHash) + " month=" + month;
    }

    @Override
    public void rebuild() {
        look();
    }

    @Override
    public void accept(List<Event> delivered) {
        look();
    }

    private void look() {
        YearMonth month = month(); // one that ends from here on is another look's
        Map<Region, RegimeState> known = states.all();
        Map<Region, LocalDate> noEarlier = new EnumMap<>(Region.class);
        known.forEach((region, state) -> noEarlier.put(region, state.monthEnd()));
        RegimeLook look = latest.at(null).look(clock, noEarlier);
        List<RegimeChanged> changes = new ArrayList<>();
        for (Region region : Region.values()) {
            RegimeState before = known.get(region);
            RegimeStanding standing = look.standings().get(region);
            RegimeState now = state(before, standing, look.stale());
            if (quadrant(now) != quadrant(before)) {
                changes.add(change(region, before, standing, look));
            }
            store(region, before, now);
        }
        announce(changes);
        derivedFrom.set(NAME, inputs(look.catalogueHash(), month), look.recordedAt());
    }

    /// Null before the first quadrant, and without prints.
    private static @Nullable RegimeState state(
            @Nullable RegimeState before, @Nullable RegimeStanding standing, boolean stale) {
        return standing == null || before == null && standing.quadrant() == Quadrant.UNDETERMINED
                ? null
                : new RegimeState(
                        standing.quadrant(),
                        standing.since().atEndOfMonth(),
                        standing.month().atEndOfMonth(),
                        stale);
    }

    private static Quadrant quadrant(@Nullable RegimeState state) {
        return state == null ? Quadrant.UNDETERMINED : state.quadrant();
    }

    private static RegimeChanged change(
            Region region, @Nullable RegimeState before, @Nullable RegimeStanding standing, RegimeLook look) {
        return new RegimeChanged(
                region.code(),
                before == null ? null : before.quadrant().code(),
                standing == null
                        ? Quadrant.UNDETERMINED.code()
                        : standing.quadrant().code(),
                standing == null ? null : standing.since().atEndOfMonth(),
                standing == null ? null : standing.month().atEndOfMonth(),
                look.asOf(),
                look.recordedAt(),
                standing == null ? null : standing.growth(),
                standing == null ? null : standing.inflation(),
                standing != null && standing.held(),
                look.stale() || before != null && before.stale());
    }

    private void store(Region region, @Nullable RegimeState before, @Nullable RegimeState now) {
        if (Objects.equals(before, now)) {
            return;
        }
        if (now == null) {
            states.remove(region);
        } else {
            states.put(region, now);
        }
    }

    private void announce(List<RegimeChanged> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Instant recordedAt = recordTimes.take();
        changes.forEach(change ->
                events.append(RegimeChanged.TYPE, RegimeChanged.VERSION, change.region(), recordedAt, change));
    }
}
