package org.macroedge.server.exports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.platform.web.FailsWith;
import org.macroedge.server.surprises.HistoryGrid;
import org.macroedge.server.surprises.HistoryParameters;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Exports over HTTP, streamed, with the same bytes as on the command line.
@ServerOnly
@RestController
@RequestMapping(path = "/api/v1/exports", produces = ExportConverter.CSV)
@Tag(
        name = "exports",
        description =
                "Releases, surprises, biases, surprise indices and prices as CSV, unrounded, for notebooks. A text"
                        + " that begins like a formula of a spreadsheet has an apostrophe before it.")
class ExportsController {

    private static final String UNTIL =
            "Market time: later releases are left out. By default everything stored is exported.";

    private final Exports exports;

    ExportsController(Exports exports) {
        this.exports = exports;
    }

    @GetMapping("/releases")
    @Operation(summary = "Every published release in the layout of profile macro-edge, ascending")
    @Parameter(name = Query.AS_OF, in = ParameterIn.QUERY, description = UNTIL)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string")))
    ResponseEntity<Export> releases(
            Query query,
            @Parameter(description = "Market time: leave out earlier releases. By default none is left out.")
                    @RequestParam(required = false)
                    @Nullable
                    Instant from) {
        return answer("releases", exports.releases(query, from));
    }

    @GetMapping("/surprises")
    @Operation(summary = "Every release with its surprise, scale and z, by indicator, ascending")
    @Parameter(name = Query.AS_OF, in = ParameterIn.QUERY, description = UNTIL)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string")))
    ResponseEntity<Export> surprises(Query query) {
        return answer("surprises", exports.surprises(query));
    }

    @GetMapping("/bias")
    @Operation(summary = "Every instrument's bias at each daily close or release instant, by instrument, ascending")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string")))
    ResponseEntity<Export> bias(
            WeightedQuery query,
            @HistoryParameters.Start @RequestParam(required = false) @Nullable Instant from,
            @HistoryParameters.End @RequestParam(required = false) @Nullable Instant to,
            @HistoryParameters.Points @RequestParam(defaultValue = "close") HistoryGrid at) {
        return answer("bias", exports.bias(query, from, to, at));
    }

    @GetMapping("/indices")
    @Operation(summary = "Surprise indices at each daily close or release instant, by index, ascending")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string")))
    ResponseEntity<Export> indices(
            Query query,
            @Parameter(description = "One index, by its id or an alias; by default all.")
                    @RequestParam(required = false)
                    @Nullable
                    String index,
            @HistoryParameters.Start @RequestParam(required = false) @Nullable Instant from,
            @HistoryParameters.End @RequestParam(required = false) @Nullable Instant to,
            @HistoryParameters.Points @RequestParam(defaultValue = "close") HistoryGrid at) {
        return answer("indices", exports.indices(query, index, from, to, at));
    }

    @GetMapping("/prices")
    @Operation(summary = "Every daily close of every series, by instrument and series, ascending")
    @Parameter(
            name = Query.AS_OF,
            in = ParameterIn.QUERY,
            description = "Market time: closes that are made later are left out. By default now.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string")))
    @FailsWith(ProblemCode.UNKNOWN_INSTRUMENT)
    ResponseEntity<Export> prices(
            Query query,
            @Parameter(description = "One instrument, by its id; by default all.")
                    @RequestParam(required = false)
                    @Nullable
                    String instrument,
            @Parameter(description = "Its date in UTC is the first trading date. By default none is left out.")
                    @RequestParam(required = false)
                    @Nullable
                    Instant from) {
        return answer("prices", exports.prices(query, instrument, from));
    }

    private static ResponseEntity<Export> answer(String name, Export export) {
        ContentDisposition file =
                ContentDisposition.attachment().filename(name + ".csv").build();
        return ResponseEntity.ok()
                .contentType(ExportConverter.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .cacheControl(CacheControl.noCache())
                .eTag(export.tag())
                .body(export);
    }
}
