package org.macroedge.server.cli;

import java.util.function.BiConsumer;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.platform.json.Json;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of a command that reports on the store or on this installation as a whole.
final class ReportOptions {

    @Mixin
    final HomeOptions home = new HomeOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table or json (default: ${DEFAULT-VALUE}).")
    private ReportFormat format = ReportFormat.TABLE;

    /// Writes a report.
    ///
    /// @param table writes it for a reader
    <T> void print(Console console, T report, BiConsumer<Page, T> table) {
        if (format == ReportFormat.JSON) {
            Json.write(report, console.out());
        } else {
            table.accept(console.page(), report);
        }
        console.out().flush();
    }
}
