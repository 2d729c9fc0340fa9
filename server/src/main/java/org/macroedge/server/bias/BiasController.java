package org.macroedge.server.bias;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.view.BiasAnswer;
import org.macroedge.server.bias.view.BiasExplanation;
import org.macroedge.server.bias.view.BiasHistory;
import org.macroedge.server.bias.view.BiasSummary;
import org.macroedge.server.bias.view.HeatMap;
import org.macroedge.server.platform.time.Instants;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Questions about the bias. `asOf` is market time, by default now; `recordedAt` is record time, by default the
/// latest.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "bias", description = "Which way the macro data lean for each instrument, and why")
class BiasController {

    private static final String WEIGHTS = "default";

    private final LatestBias bias;

    BiasController(LatestBias bias) {
        this.bias = bias;
    }

    @GetMapping("/bias/summary")
    @Operation(summary = "Every instrument's bias at one instant")
    BiasSummary summary(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String recordedAt,
            @RequestParam(defaultValue = WEIGHTS) String weightSet) {
        return answers(recordedAt).summary(Instants.read("asOf", asOf), weightSet);
    }

    @GetMapping("/bias/{instrument}")
    @Operation(summary = "One instrument's bias")
    BiasAnswer instrument(
            @PathVariable String instrument,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String recordedAt,
            @RequestParam(defaultValue = WEIGHTS) String weightSet) {
        return answers(recordedAt).instrument(instrument, Instants.read("asOf", asOf), weightSet);
    }

    @GetMapping("/bias/{instrument}/explanation")
    @Operation(summary = "One instrument's bias down to each release; the contributions add up to z")
    BiasExplanation explanation(
            @PathVariable String instrument,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String recordedAt,
            @RequestParam(defaultValue = WEIGHTS) String weightSet) {
        return answers(recordedAt).explanation(instrument, Instants.read("asOf", asOf), weightSet);
    }

    @GetMapping("/bias/{instrument}/history")
    @Operation(summary = "One instrument's bias at each daily close or release instant, by default of the last year")
    BiasHistory history(
            @PathVariable String instrument,
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
            @RequestParam(defaultValue = WEIGHTS) String weightSet) {
        return answers(recordedAt)
                .history(
                        instrument,
                        Instants.read("asOf", asOf),
                        Instants.read("from", from),
                        Instants.read("to", to),
                        at,
                        weightSet);
    }

    @GetMapping("/heatmap")
    @Operation(summary = "The surprises of each region and category: positive is stronger, hotter, tighter")
    HeatMap heatMap(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String recordedAt,
            @RequestParam(defaultValue = WEIGHTS) String weightSet) {
        return answers(recordedAt).heatMap(Instants.read("asOf", asOf), weightSet);
    }

    private BiasAnswers answers(@Nullable String recordedAt) {
        return bias.at(Instants.read("recordedAt", recordedAt));
    }
}
