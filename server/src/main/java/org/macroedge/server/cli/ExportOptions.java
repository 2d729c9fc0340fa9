package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.usage.CommandMessage;
import org.macroedge.server.exports.BrokerSymbols;
import org.macroedge.server.exports.CsvDialect;
import org.macroedge.server.exports.Export;
import org.macroedge.server.exports.ExportForm;
import org.macroedge.server.exports.ExportFormat;
import org.macroedge.server.exports.FormNames;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.query.Query;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of every export, which is always in UTC.
final class ExportOptions {

    private static final String COLUMNS = "--columns";

    @Mixin
    private final HomeOptions home = new HomeOptions();

    @Mixin
    private final TimeOptions times = new TimeOptions();

    @Option(
            names = COLUMNS,
            paramLabel = "COLUMNS",
            description = "Some columns, with commas between them, in this order (default: all).")
    private @Nullable String columns;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description = "csv; or with typed columns parquet, xlsx or arrow, to a file of --output"
                    + " (default: ${DEFAULT-VALUE}).")
    private ExportFormat format = ExportFormat.CSV;

    @Option(
            names = "--dialect",
            paramLabel = "DIALECT",
            defaultValue = "plain",
            description = "Of CSV. plain: for programs; spreadsheet-de: for a spreadsheet with a decimal comma;"
                    + " spreadsheet-en: with a decimal point; metatrader: for MQL5 (default: ${DEFAULT-VALUE}).")
    private CsvDialect dialect = CsvDialect.PLAIN;

    @Option(
            names = "--server-time",
            paramLabel = "TIME",
            description = "With --dialect metatrader: the clock of the trading server, such as +02:00, Europe/Athens or"
                    + " new-york+7.")
    private @Nullable String serverTime;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write the file whole or not at all, in place of one of this name; or the object"
                    + " s3://BUCKET/KEY of S3 (default: standard output).")
    private @Nullable String output;

    Query query() {
        return times.query();
    }

    ReadOptions read() {
        return new ReadOptions(home, times, ReadOptions.Format.CSV);
    }

    Export select(Export export) {
        return export.select(COLUMNS, columns);
    }

    /// Where the export goes.
    ///
    /// @throws MacroEdgeException with `invalid-request` where a format that is not text has no file, or where
    /// options do not go together; with `setting-fault` where S3 cannot be used
    ExportSink sink(PrintWriter out, BrokerSymbols symbols) {
        ExportForm form = ExportForm.of(FormNames.COMMAND, format, new ExportForm.Asked(dialect, serverTime, symbols));
        if (output == null && format != ExportFormat.CSV) {
            throw CommandMessage.FORMAT_WITHOUT_FILE.exception(format);
        }
        return new ExportSink(out, ExportDestination.of(output), form);
    }

    /// As parameters of a request.
    Map<String, @Nullable String> parameters(Map<String, @Nullable String> more) {
        Map<String, @Nullable String> parameters = new HashMap<>(more);
        parameters.put("columns", columns);
        parameters.put("format", format.code());
        parameters.put("dialect", dialect.code());
        parameters.put("serverTime", serverTime);
        return parameters;
    }
}
