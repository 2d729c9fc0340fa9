package org.macroedge.server.cli.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.macroedge.server.alerts.AlertFileCheck;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.exports.scheduled.ExportFileCheck;
import org.macroedge.server.jobs.JobOutcome;
import org.macroedge.server.jobs.view.JobItem;
import org.macroedge.server.jobs.view.JobList;
import org.macroedge.server.jobs.view.JobRunItem;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.error.MacroEdgeException;

/// Checks the files of exports and of alerts, as a server reads them at its start, and the runs of exports.
public final class FileChecks {

    private static final String EXPORTS = "exports";
    private static final String ALERTS = "alerts";

    private FileChecks() {}

    /// @param catalogue that the files name parts of
    /// @param isInForce whether it has the weight sets that were published; one that it lacks may be in force else
    /// @param variables of the environment, which has the secrets of channels
    public static List<Check> all(
            Settings settings, Catalogue catalogue, boolean isInForce, Map<String, String> variables) {
        List<Check> checks = new ArrayList<>();
        Path exports = settings.exports();
        if (exports != null) {
            checks.addAll(exports(exports, catalogue, isInForce, settings.home().path()));
        }
        Path alerts = settings.alerts();
        if (alerts != null) {
            checks.add(alerts(alerts, catalogue, variables));
        }
        return checks;
    }

    private static List<Check> exports(Path file, Catalogue catalogue, boolean isInForce, Path home) {
        List<Check> checks = new ArrayList<>();
        try {
            ExportFileCheck read = ExportFileCheck.of(file, catalogue, home);
            checks.add(Check.ok(EXPORTS, file + " can be used; scheduled exports: " + read.exports()));
            if (isInForce) {
                read.lacking().forEach(export -> checks.add(Check.warn(EXPORTS, DoctorMessage.NO_WEIGHT_SET, export)));
            }
        } catch (MacroEdgeException fault) {
            checks.add(Check.fail(EXPORTS, DoctorMessage.FAULTY_SETTING_FILE, String.valueOf(fault.getMessage())));
        }
        return checks;
    }

    private static Check alerts(Path file, Catalogue catalogue, Map<String, String> variables) {
        try {
            AlertFileCheck read = AlertFileCheck.of(file, catalogue, variables);
            return Check.ok(ALERTS, file + " can be used; rules: " + read.rules() + ", channels: " + read.channels());
        } catch (MacroEdgeException fault) {
            return Check.fail(ALERTS, DoctorMessage.FAULTY_SETTING_FILE, String.valueOf(fault.getMessage()));
        }
    }

    /// Exports whose latest run failed.
    public static List<Check> runs(JobList jobs) {
        return jobs.items().stream()
                .filter(job -> ExportFileCheck.isOfFile(job.name()) && hasFailed(job))
                .map(job -> Check.warn(EXPORTS, DoctorMessage.EXPORT_FAILED, job.name(), result(job)))
                .toList();
    }

    private static boolean hasFailed(JobItem job) {
        JobRunItem last = job.last();
        return last != null && last.outcome().equals(JobOutcome.FAILED.code());
    }

    private static String result(JobItem job) {
        JobRunItem last = job.last();
        return last == null ? "" : String.valueOf(last.result());
    }
}
