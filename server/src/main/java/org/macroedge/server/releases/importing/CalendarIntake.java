package org.macroedge.server.releases.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.releases.calendar.CalendarFile;
import org.macroedge.server.releases.calendar.CalendarProfile;
import org.macroedge.server.releases.calendar.CalendarReader;
import org.macroedge.server.releases.calendar.CalendarRow;
import org.macroedge.server.releases.calendar.CalendarRows;
import org.macroedge.server.releases.calendar.HourOffsets;
import org.macroedge.server.releases.calendar.RowFault;

/// Reads files and works out what they bring to a store, in bounded memory: pure but for the bytes of the files.
final class CalendarIntake implements CalendarRows, AutoCloseable {

    private static final int TOLD_EVERY = 1_000;

    /// More rows that cannot be read than this are no accident of a file: its profile is another.
    private static final int MOST_FAULTS = 100_000;

    private final CalendarProfile profile;
    private final ImportProgress progress;
    private final CalendarReader reader;
    private final RowSpool rows;
    private final Map<RowOutcome, Long> outcomes = new HashMap<>();
    private final Map<String, RowDigests.Known> learned = new TreeMap<>();
    private final Map<String, Long> unmapped = new TreeMap<>();
    private final List<RowFault> faults = new ArrayList<>();
    private long ignored;

    /// @param rowsInMemory the most rows that are held at once
    CalendarIntake(CalendarProfile profile, ImportProgress progress, int rowsInMemory) {
        this.profile = profile;
        this.rows = new RowSpool(rowsInMemory);
        this.progress = progress;
        this.reader = new CalendarReader(profile, this);
    }

    /// Reads every file.
    ///
    /// @throws org.macroedge.server.platform.error.MacroEdgeException with `file-fault`
    void read(List<CalendarFile> files) {
        reader.read(files);
        progress.read(reader.read());
    }

    /// The indicators that rows were mapped to, in ascending id, in groups to be taken one after the other.
    List<List<Indicator>> groups() {
        return rows.groups();
    }

    /// The rows of an indicator that are not known.
    record News(Indicator indicator, List<CalendarRow> rows, byte[] digest) {}

    private record Taken(Indicator indicator, List<CalendarRow> rows) {

        News digested() {
            return new News(indicator, rows, RowDigests.digest(indicator, rows));
        }
    }

    /// Passes over the indicators of a group whose rows are all known, and confirms what they stand for.
    ///
    /// @return the others
    List<News> news(List<Indicator> group, Map<String, RowDigests.Known> known, NewFacts facts) {
        List<Taken> taken = group.stream()
                .map(indicator -> new Taken(indicator, rows.take(indicator)))
                .toList();
        List<News> news = new ArrayList<>();
        for (News one : taken.parallelStream().map(Taken::digested).toList()) {
            RowDigests.Known before = known.get(one.indicator().id().value());
            if (before != null && before.is(one.digest())) {
                facts.confirmed.add(FactNumbers.of(before.facts()));
                outcomes.merge(RowOutcome.UNCHANGED, (long) one.rows().size(), Long::sum);
            } else {
                news.add(one);
            }
        }
        return news;
    }

    /// Works out the facts of the news, in their order.
    void take(List<News> news, StoredReleases stored, NewFacts facts) {
        news.forEach(one -> take(one, stored.of(one.indicator().id().value()), facts));
    }

    private void take(News one, StoredReleases.OfIndicator stored, NewFacts facts) {
        FactNumbers confirmed = new FactNumbers();
        long first = facts.end();
        Map<RowOutcome, Long> done = new IndicatorIntake(
                        one.indicator(), profile.source(), profile.forecastKind(), stored, facts, confirmed)
                .take(one.rows());
        done.forEach((outcome, count) -> outcomes.merge(outcome, count, Long::sum));
        facts.confirmed.add(confirmed);
        if (!done.containsKey(RowOutcome.CORRECTED) && !done.containsKey(RowOutcome.REVISED)) {
            confirmed.add(first, facts.end());
            learned.put(one.indicator().id().value(), new RowDigests.Known(one.digest(), confirmed.multirange()));
        }
    }

    /// What to know the rows by when they come again, per indicator id.
    Map<String, RowDigests.Known> learned() {
        return learned;
    }

    /// What became of the rows, once every group is taken.
    ImportCounts counts(NewFacts facts) {
        return ImportCounts.of(reader.read(), outcomes, ignored, unmapped, faults.size(), facts.revisions());
    }

    /// How far the files' clock times lie from the catalogue's.
    HourOffsets hourOffsets() {
        return reader.hourOffsets();
    }

    List<RowFault> faults() {
        return faults;
    }

    @Override
    public void file(String name) {
        progress.reading(name);
    }

    @Override
    public void mapped(CalendarRow row) {
        rows.add(row);
        told();
    }

    @Override
    public void ignored() {
        ignored++;
        told();
    }

    @Override
    public void unmapped(String title) {
        unmapped.merge(title, 1L, Long::sum);
        told();
    }

    @Override
    public void faulty(RowFault fault) {
        faults.add(fault);
        if (faults.size() > MOST_FAULTS) {
            throw new MacroEdgeException(
                    ProblemCode.FILE_FAULT,
                    "more than " + MOST_FAULTS + " rows cannot be read, the last because: " + fault.message(),
                    fault.file() + ":" + fault.line(),
                    "Nothing of this import is stored. Is the profile the right one for these files?");
        }
    }

    private void told() {
        if (reader.read() % TOLD_EVERY == 0) {
            progress.read(reader.read());
        }
    }

    @Override
    public void close() {
        rows.close();
    }
}
