package org.macroedge.server.cli;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.sources.SeriesViews;
import org.macroedge.server.sources.SourceViews;
import org.macroedge.server.sources.view.SeriesList;
import org.macroedge.server.sources.view.SourceList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where data come from by themselves.
@Command(
        name = "sources",
        description = "The sources that can be fetched from.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge sources list",
            "  macro-edge sources series",
            "  macro-edge sources check"
        })
final class SourcesCommand extends CommandGroup {

    private final Clock clock;

    SourcesCommand(Clock clock) {
        this.clock = clock;
    }

    @Command(
            name = "list",
            description = "Every source: terms, key, state, lag and last fault.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge sources list"})
    int list(@Mixin ReportOptions options) {
        Console console = Console.of(spec);
        SourceList sources = HomeAccess.ask(
                options.home,
                clock,
                console,
                server -> server.get("sources", Map.of(), SourceList.class),
                session -> session.get(SourceViews.class).list());
        options.print(console, sources, SourcesTable::list);
        return 0;
    }

    @Command(
            name = "series",
            description = "The official series of every source, or of one: how far each reaches, and its last fault.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge sources series --source fred"})
    int series(
            @Mixin ReportOptions options,
            @Option(names = "--source", paramLabel = "SOURCE", description = "One source.") @Nullable String source) {
        Console console = Console.of(spec);
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("source", source);
        SeriesList series = HomeAccess.ask(
                options.home,
                clock,
                console,
                server -> server.get("sources/series", parameters, SeriesList.class),
                session -> session.get(SeriesViews.class).list(source));
        options.print(console, series, SourcesTable::series);
        return 0;
    }

    @Command(
            name = "check",
            description =
                    "Sends one request to every source that is on, or to one, and says what was understood; nothing"
                            + " is stored.",
            mixinStandardHelpOptions = true,
            footer = {"", "The exit status is 1 where a source failed, else 0.", "", "Example: macro-edge sources check"
            })
    int check(
            @Mixin ReportOptions options,
            @Option(names = "--source", paramLabel = "SOURCE", description = "One source.") @Nullable String source,
            @Option(names = "--all", description = "Send every request of a source, not only the first.") boolean all) {
        Console console = Console.of(spec);
        return IngestCommand.show(SourceOperations.check(options.home, clock, console, source, all), console, options);
    }
}
