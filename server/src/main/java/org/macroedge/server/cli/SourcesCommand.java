package org.macroedge.server.cli;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.app.Session;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.sources.SourceViews;
import org.macroedge.server.sources.view.SourceList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Where data come from by themselves.
@Command(
        name = "sources",
        description = "The sources that can be fetched from.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  macro-edge sources list", "  macro-edge sources check"})
final class SourcesCommand implements Runnable {

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    SourcesCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        Console.of(spec)
                .out()
                .println(Objects.requireNonNull(spec).commandLine().getUsageMessage());
    }

    @Command(
            name = "list",
            description = "Every source: terms, key, state, lag and last fault.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge sources list"})
    int list(
            @Mixin HomeOptions home,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "table",
                            description = "table or json (default: ${DEFAULT-VALUE}).")
                    ReportFormat format) {
        Console console = Console.of(spec);
        SourceList sources = HomeAccess.ask(home, server -> server.get("sources", Map.of(), SourceList.class), () -> {
            try (Session session = Session.open(home.settings(), clock, console::note)) {
                return session.get(SourceViews.class).list();
            }
        });
        if (format == ReportFormat.JSON) {
            Json.write(sources, console.out());
        } else {
            SourcesTable.list(console.page(), sources);
        }
        console.out().flush();
        return 0;
    }

    @Command(
            name = "check",
            description = "Asks every source that is on, or one, and says what was understood; nothing is stored.",
            mixinStandardHelpOptions = true,
            footer = {"", "The exit status is 1 where a source failed, else 0.", "", "Example: macro-edge sources check"
            })
    int check(
            @Mixin HomeOptions home,
            @Option(names = "--source", paramLabel = "SOURCE", description = "One source.") @Nullable String source,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "table",
                            description = "table or json (default: ${DEFAULT-VALUE}).")
                    ReportFormat format) {
        Console console = Console.of(spec);
        return IngestCommand.show(SourceOperations.ask(home, clock, console, "check", source), console, format);
    }
}
