package org.macroedge.server.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
        description = "Asks every source that is on, or one, and stores what is new.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A source that was asked a moment ago, or that rests after a failure, is left alone. The exit status is 1"
                    + " where a source failed, else 0; the others are stored all the same.",
            "",
            "Examples:",
            "  macro-edge ingest",
            "  macro-edge ingest --source forexfactory-feed --format json"
        })
final class IngestCommand implements Callable<Integer> {

    @Mixin
    private final ReportOptions options = new ReportOptions();

    @Option(names = "--source", paramLabel = "SOURCE", description = "One source; `sources list` shows their ids.")
    @Nullable
    String source;

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
        return show(SourceOperations.ask(options.home, clock, console, "ingest", source), console, options);
    }

    /// Prints what came of asking.
    ///
    /// @return the exit status
    static int show(SourceRuns runs, Console console, ReportOptions options) {
        options.print(console, runs, SourcesTable::runs);
        return runs.items().stream().anyMatch(SourceRun::isFailure) ? CommandErrors.FAILED : 0;
    }
}
