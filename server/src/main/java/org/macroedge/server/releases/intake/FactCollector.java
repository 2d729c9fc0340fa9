package org.macroedge.server.releases.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.releases.Forecast;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.Schedule;

/// Numbers the facts of a batch in the order in which they are found, and keeps what the batch confirms and
/// changes.
public final class FactCollector {

    private final List<NewFacts.NewRelease> releases = new ArrayList<>();
    private final List<Print> prints = new ArrayList<>();
    private final List<Schedule> schedules = new ArrayList<>();
    private final List<Forecast> forecasts = new ArrayList<>();
    private final FactNumbers confirmed = new FactNumbers();
    private final ChangedRegions changes = new ChangedRegions();
    private final long first;
    private long next;
    private long revisions;

    /// @param first the number of the first fact
    public FactCollector(long first) {
        this.first = first;
        this.next = first;
    }

    void addRelease(ReleaseId id) {
        releases.add(new NewFacts.NewRelease(next++, id));
    }

    /// Adds a print.
    ///
    /// @param print gives it its number
    Print addPrint(LongFunction<Print> print) {
        Print added = print.apply(next++);
        prints.add(added);
        return added;
    }

    Schedule addSchedule(LongFunction<Schedule> schedule) {
        Schedule added = schedule.apply(next++);
        schedules.add(added);
        return added;
    }

    Forecast addForecast(LongFunction<Forecast> forecast) {
        Forecast added = forecast.apply(next++);
        forecasts.add(added);
        return added;
    }

    /// Notes facts of the store that the batch states again.
    void confirm(FactNumbers facts) {
        confirmed.add(facts);
    }

    /// Notes that something changed about a release.
    ///
    /// @param before the earliest instant at which the store placed it; null for a new release
    void change(IndicatorId indicator, Instant instant, @Nullable Instant before) {
        changes.add(indicator, instant);
        if (before != null) {
            changes.add(indicator, before);
        }
    }

    void countRevision() {
        revisions++;
    }

    /// Hands over the facts found since the last call. Numbers, confirmations and changes stay.
    public NewFacts drain() {
        NewFacts facts = new NewFacts(releases, prints, schedules, forecasts);
        releases.clear();
        prints.clear();
        schedules.clear();
        forecasts.clear();
        return facts;
    }

    /// How many facts were numbered.
    public long count() {
        return next - first;
    }

    /// The number after the last one given.
    public long end() {
        return next;
    }

    /// The numbers given, as PostgreSQL writes a multirange.
    public String brought() {
        FactNumbers numbers = new FactNumbers();
        numbers.add(first, next);
        return numbers.multirange();
    }

    /// The numbers of the facts confirmed, as PostgreSQL writes a multirange.
    public String confirmed() {
        return confirmed.multirange();
    }

    /// What changed, by region.
    public ChangedRegions changes() {
        return changes;
    }

    /// How many new values the batch shows for earlier releases.
    public long revisions() {
        return revisions;
    }
}
