package org.macroedge.server.exports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.exports.ExportParameters.Columns;
import org.macroedge.server.exports.ExportParameters.Dialect;
import org.macroedge.server.exports.ExportParameters.Format;
import org.macroedge.server.exports.ExportParameters.ServerClock;
import org.macroedge.server.exports.ExportParameters.SymbolSuffix;
import org.macroedge.server.exports.ExportParameters.Symbols;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.platform.web.FailsWith;
import org.macroedge.server.surprises.HistoryGrid;
import org.macroedge.server.surprises.HistoryParameters;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Exports over HTTP as files, with the same bytes as on the command line.
@InRole(ServerRole.API)
@RestController
@RequestMapping(
        path = "/api/v1/exports",
        produces = {ExportFormat.CSV_TYPE, ExportFormat.PARQUET_TYPE, ExportFormat.XLSX_TYPE, ExportFormat.ARROW_TYPE})
@Tag(
        name = "exports",
        description =
                "Releases, surprises, biases, surprise indices and prices as CSV, Parquet, XLSX or Arrow, unrounded,"
                    + " for notebooks, spreadsheets and MetaTrader. docs/reference/exports.md lists every column. In"
                    + " CSV, a text that begins like a formula of a spreadsheet has an apostrophe before it.")
class ExportsController {

    static final String COLUMNS = "columns";
    private static final String UNTIL =
            "Market time: later releases are left out. By default everything stored is exported.";

    private final Exports exports;
    private final ExportAnswers answers;

    ExportsController(Exports exports, ExportAnswers answers) {
        this.exports = exports;
        this.answers = answers;
    }

    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(description = "One indicator, by its id; by default all.", example = "us-nonfarm-payrolls")
    private @interface OneIndicator {}

    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(description = "Only this region; by default all.", example = "US", schema = @Schema(type = "string"))
    private @interface OneRegion {}

    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            description = "Only indicators that have a weight in the bias of this instrument, in weight set default; by"
                    + " default all.")
    private @interface Weighing {}

    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(description = "Market time: leave out earlier releases. By default none is left out.")
    private @interface Since {}

    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(description = "Market time: leave out later releases. By default none is left out.")
    private @interface Until {}

    @GetMapping("/releases")
    @Operation(
            summary = "Every published release, ascending",
            description = "A file with a length, which can be read in ranges. Figures are as published, "
                    + "in base units: 235K is 235000, 5.4 % is 5.4. With `layout=import` it can be "
                    + "imported again.")
    @Parameter(name = Query.AS_OF, in = ParameterIn.QUERY, description = UNTIL)
    @FailsWith({ProblemCode.UNKNOWN_INDICATOR, ProblemCode.UNKNOWN_INSTRUMENT, ProblemCode.TOO_MANY_ROWS})
    @Nullable
    ResponseEntity<Resource> releases(
            Query query,
            @OneIndicator @RequestParam(required = false) @Nullable String indicator,
            @OneRegion @RequestParam(required = false) @Nullable Region region,
            @Weighing @RequestParam(required = false) @Nullable String instrument,
            @Since @RequestParam(required = false) @Nullable Instant from,
            @Until @RequestParam(required = false) @Nullable Instant to,
            @Parameter(
                            description = "`import`: the columns of profile macro-edge, which imports them again, with"
                                    + " a date where the source states no time.",
                            schema =
                                    @Schema(
                                            allowableValues = {"analysis", "import"},
                                            defaultValue = "analysis"))
                    @RequestParam(defaultValue = "analysis")
                    ReleaseLayout layout,
            @Columns @RequestParam(required = false) @Nullable String columns,
            @Format @RequestParam(required = false) @Nullable ExportFormat format,
            @Dialect @RequestParam(defaultValue = "plain") CsvDialect dialect,
            @ServerClock @RequestParam(required = false) @Nullable String serverTime,
            HttpServletRequest request,
            HttpServletResponse response) {
        ExportedReleases wanted = new ExportedReleases(indicator, region, instrument, from, to);
        Export export =
                layout == ReleaseLayout.IMPORT ? exports.importable(query, wanted) : exports.releases(query, wanted);
        return answers.of(
                "releases",
                export.select(COLUMNS, columns),
                format,
                new ExportForm.Asked(dialect, serverTime),
                request,
                response);
    }

    @GetMapping("/surprises")
    @Operation(
            summary = "Every release with its surprise, scale and z, by indicator, ascending",
            description = "A file with a length, which can be read in ranges. Surprise and scale are in "
                    + "the unit of the indicator; z is their ratio by the indicator's polarity, cut "
                    + "at ±4. Rows without a z say why.")
    @Parameter(name = Query.AS_OF, in = ParameterIn.QUERY, description = UNTIL)
    @FailsWith({ProblemCode.UNKNOWN_INDICATOR, ProblemCode.UNKNOWN_INSTRUMENT, ProblemCode.TOO_MANY_ROWS})
    @Nullable
    ResponseEntity<Resource> surprises(
            Query query,
            @OneIndicator @RequestParam(required = false) @Nullable String indicator,
            @OneRegion @RequestParam(required = false) @Nullable Region region,
            @Weighing @RequestParam(required = false) @Nullable String instrument,
            @Since @RequestParam(required = false) @Nullable Instant from,
            @Until @RequestParam(required = false) @Nullable Instant to,
            @Columns @RequestParam(required = false) @Nullable String columns,
            @Format @RequestParam(required = false) @Nullable ExportFormat format,
            @Dialect @RequestParam(defaultValue = "plain") CsvDialect dialect,
            @ServerClock @RequestParam(required = false) @Nullable String serverTime,
            HttpServletRequest request,
            HttpServletResponse response) {
        ExportedReleases wanted = new ExportedReleases(indicator, region, instrument, from, to);
        Export export = exports.surprises(query, wanted).select(COLUMNS, columns);
        return answers.of("surprises", export, format, new ExportForm.Asked(dialect, serverTime), request, response);
    }

    @GetMapping("/bias")
    @Operation(
            summary = "Every instrument's bias at each daily close or release instant, by instrument, ascending",
            description = "A file with a length, which can be read in ranges. Each row has the numbers "
                    + "of `bias/{instrument}` at its instant.")
    @FailsWith({ProblemCode.UNKNOWN_INSTRUMENT, ProblemCode.TOO_MANY_ROWS})
    @Nullable
    ResponseEntity<Resource> bias(
            WeightedQuery query,
            @Parameter(description = "One instrument, by its id; by default all.")
                    @RequestParam(required = false)
                    @Nullable
                    String instrument,
            @HistoryParameters.Start @RequestParam(required = false) @Nullable Instant from,
            @HistoryParameters.End @RequestParam(required = false) @Nullable Instant to,
            @HistoryParameters.Points @RequestParam(defaultValue = "close") HistoryGrid at,
            @Columns @RequestParam(required = false) @Nullable String columns,
            @Format @RequestParam(required = false) @Nullable ExportFormat format,
            @Dialect @RequestParam(defaultValue = "plain") CsvDialect dialect,
            @ServerClock @RequestParam(required = false) @Nullable String serverTime,
            @Symbols @RequestParam(required = false) @Nullable String symbols,
            @SymbolSuffix @RequestParam(required = false) @Nullable String symbolSuffix,
            HttpServletRequest request,
            HttpServletResponse response) {
        ExportForm.Asked asked = asked(dialect, serverTime, symbols, symbolSuffix, query.recordedAt());
        Export export = exports.bias(query, instrument, from, to, at).select(COLUMNS, columns);
        return answers.of("bias", export, format, asked, request, response);
    }

    @GetMapping("/indices")
    @Operation(
            summary = "Surprise indices at each daily close or release instant, by index, ascending",
            description = "A file with a length, which can be read in ranges. Each row has the numbers "
                    + "of `indices/{index}` at its instant; positive is stronger or hotter than " + "expected.")
    @FailsWith(ProblemCode.TOO_MANY_ROWS)
    @Nullable
    ResponseEntity<Resource> indices(
            Query query,
            @Parameter(description = "One index, by its id or an alias; by default all.")
                    @RequestParam(required = false)
                    @Nullable
                    String index,
            @HistoryParameters.Start @RequestParam(required = false) @Nullable Instant from,
            @HistoryParameters.End @RequestParam(required = false) @Nullable Instant to,
            @HistoryParameters.Points @RequestParam(defaultValue = "close") HistoryGrid at,
            @Columns @RequestParam(required = false) @Nullable String columns,
            @Format @RequestParam(required = false) @Nullable ExportFormat format,
            @Dialect @RequestParam(defaultValue = "plain") CsvDialect dialect,
            @ServerClock @RequestParam(required = false) @Nullable String serverTime,
            HttpServletRequest request,
            HttpServletResponse response) {
        Export export = exports.indices(query, index, from, to, at).select(COLUMNS, columns);
        return answers.of("indices", export, format, new ExportForm.Asked(dialect, serverTime), request, response);
    }

    @GetMapping("/prices")
    @Operation(
            summary = "Every daily close of every series, by instrument and series, ascending",
            description = "A file with a length, which can be read in ranges. Prices are in the terms of "
                    + "the instrument; of a series of yields, in percent.")
    @Parameter(
            name = Query.AS_OF,
            in = ParameterIn.QUERY,
            description = "Market time: closes that are made later are left out. By default now.")
    @FailsWith({ProblemCode.UNKNOWN_INSTRUMENT, ProblemCode.TOO_MANY_ROWS})
    @Nullable
    ResponseEntity<Resource> prices(
            Query query,
            @Parameter(description = "One instrument, by its id; by default all.")
                    @RequestParam(required = false)
                    @Nullable
                    String instrument,
            @Parameter(description = "Its date in UTC is the first trading date. By default none is left out.")
                    @RequestParam(required = false)
                    @Nullable
                    Instant from,
            @Parameter(description = "Its date in UTC is the last trading date. By default none is left out.")
                    @RequestParam(required = false)
                    @Nullable
                    Instant to,
            @Columns @RequestParam(required = false) @Nullable String columns,
            @Format @RequestParam(required = false) @Nullable ExportFormat format,
            @Dialect @RequestParam(defaultValue = "plain") CsvDialect dialect,
            @ServerClock @RequestParam(required = false) @Nullable String serverTime,
            @Symbols @RequestParam(required = false) @Nullable String symbols,
            @SymbolSuffix @RequestParam(required = false) @Nullable String symbolSuffix,
            HttpServletRequest request,
            HttpServletResponse response) {
        ExportForm.Asked asked = asked(dialect, serverTime, symbols, symbolSuffix, query.recordedAt());
        Export export = exports.prices(query, instrument, from, to).select(COLUMNS, columns);
        return answers.of("prices", export, format, asked, request, response);
    }

    private ExportForm.Asked asked(
            CsvDialect dialect,
            @Nullable String serverTime,
            @Nullable String symbols,
            @Nullable String symbolSuffix,
            @Nullable Instant recordedAt) {
        BrokerSymbols known = BrokerSymbols.of(FormNames.REQUEST, symbols, symbolSuffix);
        exports.check(known, recordedAt);
        return new ExportForm.Asked(dialect, serverTime, known);
    }
}
