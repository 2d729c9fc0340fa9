package org.macroedge.server.exports.scheduled;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.macroedge.server.exports.Exports;
import org.macroedge.server.jobs.Job;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.platform.query.RecordClock;
import org.macroedge.server.surprises.LatestSurprises;
import org.macroedge.server.surprises.Surprises;

/// Writes the files of scheduled exports. A file is as of the time at which it was due, also where it is written later,
/// and of what was stored when the run began: it can be made again.
final class ExportWriter {

    private final Exports exports;
    private final LatestSurprises surprises;
    private final RecordClock store;
    private final Clock clock;

    ExportWriter(Exports exports, LatestSurprises surprises, RecordClock store, Clock clock) {
        this.exports = exports;
        this.surprises = surprises;
        this.store = store;
        this.clock = clock;
    }

    /// @param sample whether every figure comes from the sample
    /// @param stale whether the newest release is more than ten days old
    private record Standing(boolean sample, boolean stale) {}

    Job job(ScheduledExport scheduled) {
        return new Job(
                ScheduledExport.job(scheduled.id()),
                "Writes an export of " + scheduled.request().kind() + " as "
                        + scheduled.form().format() + " to " + scheduled.place() + ".",
                scheduled.schedule(),
                Set.of(),
                ServerRole.INGESTION,
                () -> write(scheduled));
    }

    /// Writes the file that was due last.
    ///
    /// @return what was done, in one line
    /// @throws MacroEdgeException where it cannot be written
    private String write(ScheduledExport scheduled) {
        ExportFileName name = scheduled.due(clock.instant());
        Query query = new Query(name.time(), store.latest());
        Standing standing = standing();
        AtomicLong rows = new AtomicLong();
        boolean added = scheduled.place().add(name, facts(scheduled, query, standing), out -> {
            exports.check(scheduled.form().symbols(), query.recordedAt());
            scheduled.request().of(exports, query).counted(rows).writeTo(out, scheduled.form());
        });
        String result = added ? text(name, query, rows.get(), standing) : name + " was there and stays as it was";
        Integer keep = scheduled.keep();
        int deleted = keep == null ? 0 : scheduled.place().clear(name, keep);
        return deleted == 0 ? result : result + "; older files deleted: " + deleted;
    }

    /// As an answer of now has it: one as of a given time is never stale.
    private Standing standing() {
        Surprises known = surprises.at(null);
        return new Standing(
                known.facts().sampleOnly(), known.instant(null, clock).stale());
    }

    private static Map<String, String> facts(ScheduledExport scheduled, Query query, Standing standing) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("export", scheduled.request().kind().code());
        facts.put("as-of", String.valueOf(query.asOf()));
        facts.put("recorded-at", String.valueOf(query.recordedAt()));
        facts.put("sample-only", String.valueOf(standing.sample()));
        facts.put("stale", String.valueOf(standing.stale()));
        return facts;
    }

    private static String text(ExportFileName name, Query query, long rows, Standing standing) {
        return name + " has "
                + (rows == 0 ? "no rows" : String.format(Locale.ROOT, "%,d", rows) + (rows == 1 ? " row" : " rows"))
                + ", as of " + query.asOf() + ", recorded at " + query.recordedAt()
                + (standing.sample() ? "; every figure is of the sample" : "")
                + (standing.stale() ? "; stale: the newest release is more than ten days old" : "");
    }
}
