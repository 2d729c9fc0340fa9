package org.macroedge.server.sources;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.macroedge.server.jobs.Job;
import org.macroedge.server.jobs.JobSchedule;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.sources.view.SourceRun;

/// Asks every source that is on by the clock. Each source has limits of its own and is left alone in between.
public final class IngestionJob {

    private static final String NAME = "daily_macro_ingestion";
    private static final String PRICES = "daily_price_ingestion";
    private static final int HOURS_A_DAY = 24;
    private static final int EVERY_HOURS = 4;
    private static final int MINUTE = 10;

    private IngestionJob() {}

    static Job of(Ingestion ingestion) {
        List<LocalTime> times = IntStream.iterate(0, hour -> hour < HOURS_A_DAY, hour -> hour + EVERY_HOURS)
                .mapToObj(hour -> LocalTime.of(hour, MINUTE))
                .toList();
        return new Job(
                NAME,
                "Asks every source of releases that is on, and stores what is new.",
                new JobSchedule(ZoneOffset.UTC, times),
                Set.of(),
                ServerRole.INGESTION,
                () -> result(ingestion.releases()));
    }

    /// Asks one source of prices at its own hours.
    public static Job ofPrices(Ingestion ingestion, String source, JobSchedule hours) {
        return new Job(
                PRICES + "." + source,
                "Asks " + source + " for the closes of the day, and stores what is new.",
                hours,
                Set.of(),
                ServerRole.INGESTION,
                () -> result(ingestion.due(source)));
    }

    /// Asks one source at its own hours.
    public static Job of(Ingestion ingestion, String source, JobSchedule hours) {
        return new Job(
                NAME + "." + source,
                "Asks " + source + " soon after its publication times, and stores what is new.",
                hours,
                Set.of(),
                ServerRole.INGESTION,
                () -> result(ingestion.due(source)));
    }

    /// @throws MacroEdgeException with the first failure; what other sources gave is stored
    static String result(List<SourceRun> runs) {
        runs.stream().filter(SourceRun::isFailure).findFirst().ifPresent(failed -> {
            throw SourceProblem.FAILED.exception(failed.source(), String.valueOf(failed.note()));
        });
        List<SourceRun> asked =
                runs.stream().filter(run -> !run.state().equals(SourceRun.OFF)).toList();
        return asked.isEmpty()
                ? "no source is on; `sources list` says how to switch one on"
                : asked.stream().map(IngestionJob::text).collect(Collectors.joining("; "));
    }

    private static String text(SourceRun run) {
        return run.source() + " " + run.state() + (run.batch() == null ? "" : " as batch " + run.batch());
    }
}
