package org.macroedge.server.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.tables.ImportReport;
import org.macroedge.server.cli.tables.ImportsTable;
import org.macroedge.server.platform.query.ResolvedId;
import org.macroedge.server.releases.importing.ImportOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Imports figures into the store, lists imports, and undoes them.
@Command(
        name = "import",
        description = "Imports files of releases or prices into the store; lists and undoes imports.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(calendar | prices | list | undo | quarantine)")
final class ImportCommand extends CommandGroup {

    private final Clock clock;

    ImportCommand(Clock clock) {
        this.clock = clock;
    }

    @Command(
            name = "calendar",
            description = "Imports calendar files, all or none of them, as one batch.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Examples:",
                "  macro-edge import calendar calendars/ --profile forexfactory-archive",
                "  macro-edge import calendar mine.csv --profile ./mine.yaml --dry-run"
            })
    int calendar(
            @Mixin ReportOptions options,
            @Parameters(
                            arity = "1..*",
                            paramLabel = "FILE",
                            description = "Files, or folders of .csv, .json or .xlsx files.")
                    List<Path> files,
            @Option(
                            names = "--profile",
                            required = true,
                            paramLabel = "NAME",
                            description = "The layout: a name in the catalogue's or the home's profiles, or a path.")
                    String profile,
            @Option(names = "--dry-run", description = "Say what would happen, and store nothing.") boolean dryRun) {
        Console console = Console.of(spec);
        CalendarPaths calendars = CalendarPaths.of(files);
        try (ImportOperations imports = ImportOperations.open(options.home, clock, console)) {
            ImportOutcome outcome = imports.calendar(
                            profile, calendars.files(), dryRun, new ProgressLine(console.notes()))
                    .with(calendars.findings());
            options.print(console, outcome, (page, report) -> ImportReport.print(page, report, dryRun));
        }
        return 0;
    }

    @Command(
            name = "prices",
            description = "Imports files of daily closes, all or none of them, as one batch.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Examples:",
                "  macro-edge import prices spx.csv --profile yahoo --instrument SPX --dry-run",
                "  macro-edge import prices DEXUSEU.csv DGS10.csv --profile fred-csv",
                "  macro-edge import prices mine.csv --profile macro-edge"
            })
    int prices(
            @Mixin ReportOptions options,
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, or folders of .csv files.")
                    List<Path> files,
            @Option(
                            names = "--profile",
                            required = true,
                            paramLabel = "NAME",
                            description = "The layout: yahoo, fred-csv, datahub, macro-edge, one in price-profiles of"
                                    + " the home, or a path.")
                    String profile,
            @Option(
                            names = "--instrument",
                            paramLabel = "INSTRUMENT",
                            description = "To which the files belong, where prices.yaml does not know their symbol.")
                    @Nullable
                    String instrument,
            @Option(names = "--dry-run", description = "Say what would happen, and store nothing.") boolean dryRun) {
        Console console = Console.of(spec);
        CalendarPaths paths = CalendarPaths.of(files);
        try (ImportOperations imports = ImportOperations.open(options.home, clock, console)) {
            ImportOutcome outcome = imports.prices(
                            profile,
                            paths.files(),
                            instrument == null ? null : ResolvedId.instrument(instrument),
                            dryRun,
                            new ProgressLine(console.notes()))
                    .with(paths.findings());
            options.print(console, outcome, (page, report) -> ImportReport.printPrices(page, report, dryRun));
        }
        return 0;
    }

    @Command(
            name = "list",
            description = "Lists every batch, latest first.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge import list"})
    int list(@Mixin HomeOptions home) {
        Console console = Console.of(spec);
        try (ImportOperations imports = ImportOperations.open(home, clock, console)) {
            ImportsTable.printBatches(console.page(), imports.list());
            console.out().flush();
        }
        return 0;
    }

    @Command(
            name = "undo",
            description = "Undoes an import or a statement; the store then answers as if it had never happened.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge import undo 2"})
    int undo(
            @Mixin HomeOptions home,
            @Parameters(paramLabel = "BATCH", description = "Its number in `import list`.") long batch) {
        Console console = Console.of(spec);
        try (ImportOperations imports = ImportOperations.open(home, clock, console)) {
            long undo = imports.undo(batch);
            boolean judged =
                    imports.list().stream().anyMatch(undone -> undone.batch() == batch && undone.verdict() != null);
            console.page()
                    .text("Batch " + batch + " is undone by batch " + undo
                            + (judged
                                    ? ". State it again to restore it."
                                    : ". Import its files again to restore its rows."));
            console.out().flush();
        }
        return 0;
    }

    @Command(
            name = "quarantine",
            description = "Shows the rows that could not be read, with the reason, word for word.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge import quarantine --batch 2"})
    int quarantine(
            @Mixin HomeOptions home,
            @Option(names = "--batch", paramLabel = "BATCH", description = "Of one batch alone.") @Nullable
                    Long batch) {
        Console console = Console.of(spec);
        try (ImportOperations imports = ImportOperations.open(home, clock, console)) {
            ImportsTable.printQuarantine(console.page(), imports.quarantine(batch));
            console.out().flush();
        }
        return 0;
    }
}
