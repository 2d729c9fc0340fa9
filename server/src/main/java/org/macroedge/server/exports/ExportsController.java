package org.macroedge.server.exports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.surprises.LatestSurprises;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Exports over HTTP: the same bytes as on the command line, streamed.
@RestController
@RequestMapping(path = "/api/v1/exports", produces = ExportConverter.CSV)
@Tag(name = "exports", description = "What is known as CSV, unrounded, for notebooks")
class ExportsController {

    private final Exports exports;

    ExportsController(LatestSurprises surprises, LatestBias bias, Clock clock) {
        this.exports = new Exports(surprises, bias, clock);
    }

    @GetMapping("/releases")
    @Operation(summary = "Every release in the layout of profile macro-edge, ascending")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string")))
    ResponseEntity<Export> releases(
            @Parameter(description = "Market time: what came later is left out. By default all that is stored.")
                    @RequestParam(required = false)
                    @Nullable
                    String asOf,
            @RequestParam(required = false) @Nullable String recordedAt,
            @Parameter(description = "Leave out what came before; by default nothing.")
                    @RequestParam(required = false)
                    @Nullable
                    String from) {
        return answer(
                "releases",
                exports.releases(
                        Instants.read("asOf", asOf),
                        Instants.read("recordedAt", recordedAt),
                        Instants.read("from", from)));
    }

    @GetMapping("/surprises")
    @Operation(summary = "Every release with its surprise, scale and z, by indicator, ascending")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string")))
    ResponseEntity<Export> surprises(
            @Parameter(description = "Market time: what came later is left out. By default all that is stored.")
                    @RequestParam(required = false)
                    @Nullable
                    String asOf,
            @RequestParam(required = false) @Nullable String recordedAt) {
        return answer(
                "surprises", exports.surprises(Instants.read("asOf", asOf), Instants.read("recordedAt", recordedAt)));
    }

    @GetMapping("/bias")
    @Operation(summary = "Every instrument's bias at each daily close or release instant, by instrument, ascending")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string")))
    ResponseEntity<Export> bias(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String recordedAt,
            @Parameter(description = "First instant of the span, included; by default a year before its end.")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "Last instant of the span, included; by default, and at the latest, asOf.")
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @Parameter(
                            description = "The daily close, 22:00 UTC from Monday to Friday, or every release instant.",
                            example = "release",
                            schema =
                                    @Schema(
                                            allowableValues = {"close", "release"},
                                            defaultValue = "close"))
                    @RequestParam(defaultValue = "close")
                    String at,
            @RequestParam(defaultValue = "default") String weightSet) {
        return answer(
                "bias",
                exports.bias(
                        Instants.read("asOf", asOf),
                        Instants.read("recordedAt", recordedAt),
                        Instants.read("from", from),
                        Instants.read("to", to),
                        at,
                        weightSet));
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
