package org.macroedge.server.exports.scheduled;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.exports.ExportForm;
import org.macroedge.server.jobs.JobSchedule;

/// An entry of the file of exports.
///
/// @param keep how many files are kept; null for all
record ScheduledExport(
        String id,
        ExportRequest request,
        ExportForm form,
        JobSchedule schedule,
        ExportPlace place,
        @Nullable Integer keep) {

    /// The group of their jobs.
    static final String JOBS = "scheduled_export";

    /// The name of the job of an export.
    static String job(String id) {
        return JOBS + "." + id;
    }

    /// The file that was due last.
    ExportFileName due(Instant now) {
        return new ExportFileName(id, schedule.last(now), form.format());
    }
}
