package org.macroedge.server.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.json.Json;
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
    private final HomeOptions home = new HomeOptions();

    @Option(names = "--source", paramLabel = "SOURCE", description = "One source; `sources list` shows their ids.")
    @Nullable
    String source;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table or json (default: ${DEFAULT-VALUE}).")
    private ReportFormat format = ReportFormat.TABLE;

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
        SourceRuns runs = SourceOperations.ask(home, clock, console, "ingest", source);
        return show(runs, console, format);
    }

    /// Prints what came of asking.
    ///
    /// @return the exit status
    static int show(SourceRuns runs, Console console, ReportFormat format) {
        if (format == ReportFormat.JSON) {
            Json.write(runs, console.out());
        } else {
            SourcesTable.runs(console.page(), runs);
        }
        console.out().flush();
        return runs.items().stream().anyMatch(SourceRun::isFailure) ? CommandErrors.FAILED : 0;
    }
}
