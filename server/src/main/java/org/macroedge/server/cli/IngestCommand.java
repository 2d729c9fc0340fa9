package org.macroedge.server.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.cli.usage.CommandMessage;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.sources.BackfillSpan;
import org.macroedge.server.sources.view.SourceRun;
import org.macroedge.server.sources.view.SourceRuns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Fetches from sources.
@Command(
        name = "ingest",
        description = "Asks every source that is on, or one, and stores what is new; or fills a span of the past.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A source that was asked a moment ago, or that rests after a failure, is left alone. The exit status is 1"
                    + " where a source failed, else 0; the others are stored all the same.",
            "",
            "With --from, sources that know what was published when are asked for whole calendar years. It stops"
                    + " where a source fails, and the same command goes on from there; a series that cannot be read"
                    + " rests for an hour, and holds up no other.",
            "",
            "Examples:",
            "  macro-edge ingest",
            "  macro-edge ingest --source forexfactory-feed --format json",
            "  macro-edge ingest --source fred --from 2015-01-01"
        })
final class IngestCommand implements Callable<Integer> {

    @Mixin
    private final ReportOptions options = new ReportOptions();

    @Option(names = "--source", paramLabel = "SOURCE", description = "One source; `sources list` shows their ids.")
    @Nullable
    String source;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            converter = RegionConverter.class,
            description =
                    "Only indicators of one region: ${COMPLETION-CANDIDATES}; a calendar is always asked as a whole.")
    @Nullable
    Region region;

    @Option(names = "--from", paramLabel = "INSTANT", description = "Fill the past from the year of this time on.")
    @Nullable
    String from;

    @Option(
            names = "--to",
            paramLabel = "INSTANT",
            description = "Fill the past up to the year of this time (default: now).")
    @Nullable
    String to;

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    IngestCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        Instant start = Instants.readStart("--from", from);
        Instant end = Instants.read("--to", to);
        if (start == null && end != null) {
            throw CommandMessage.TO_WITHOUT_FROM.exception();
        }
        return show(
                start == null
                        ? SourceOperations.ingest(options.home, clock, console, source, region)
                        : SourceOperations.backfill(
                                options.home, clock, console, BackfillSpan.of(source, region, start, end, clock)),
                console,
                options);
    }

    /// Prints what came of asking.
    ///
    /// @return the exit status
    static int show(SourceRuns runs, Console console, ReportOptions options) {
        options.print(console, runs, SourcesTable::runs);
        return runs.items().stream().anyMatch(SourceRun::isFailure) ? CommandErrors.FAILED : 0;
    }
}
