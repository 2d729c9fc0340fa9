package org.macroedge.server.bias;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.view.BiasAnswer;
import org.macroedge.server.bias.view.BiasExplanation;
import org.macroedge.server.bias.view.BiasHistory;
import org.macroedge.server.bias.view.BiasSummary;
import org.macroedge.server.bias.view.BiasWaterfall;
import org.macroedge.server.bias.view.ChangeSince;
import org.macroedge.server.bias.view.FlipAnswer;
import org.macroedge.server.bias.view.HeatMap;
import org.macroedge.server.bias.view.ScenarioAnswer;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.platform.web.FailsWith;
import org.macroedge.server.surprises.HistoryGrid;
import org.macroedge.server.surprises.HistoryParameters;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers about the bias.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "bias", description = "In which direction the macro data point for each instrument, and why")
class BiasController {

    private final LatestBias bias;

    BiasController(LatestBias bias) {
        this.bias = bias;
    }

    @GetMapping("/bias/summary")
    @Operation(
            summary = "Every instrument's bias at one instant",
            description = "Score from −100 to 100, z (the weighted sum of signals over its analytic "
                    + "scale, about one standard deviation), label, change and data health of each, "
                    + "by what was known at asOf. Positive is bullish for the instrument; of a "
                    + "currency pair, for its first currency.")
    BiasSummary summary(WeightedQuery query) {
        return answers(query).summary(query.asOf(), query.weightSet());
    }

    @GetMapping("/bias/{instrument}")
    @Operation(
            summary = "One instrument's bias",
            description = "The entry of the instrument in `bias/summary`, with the same numbers. "
                    + "Positive is bullish for the instrument; of a currency pair, for its first " + "currency.")
    BiasAnswer instrument(@PathVariable String instrument, WeightedQuery query) {
        return answers(query).instrument(instrument, query.asOf(), query.weightSet());
    }

    @GetMapping("/bias/{instrument}/explanation")
    @Operation(
            summary = "One instrument's bias down to each release; the contributions add up to z",
            description = "Each contribution is weight / scale · signal, in units of z, with the release "
                    + "behind it: what was published, what had been expected, and its surprise in "
                    + "standard deviations.")
    BiasExplanation explanation(@PathVariable String instrument, WeightedQuery query) {
        return answers(query).explanation(instrument, query.asOf(), query.weightSet());
    }

    @GetMapping("/bias/{instrument}/history")
    @Operation(
            summary = "One instrument's bias at each daily close or release instant, by default for a year",
            description = "Each point is what `bias/{instrument}` answers at its instant: computed from "
                    + "what was known then, never from later figures.")
    BiasHistory history(
            @PathVariable String instrument,
            WeightedQuery query,
            @HistoryParameters.Start @RequestParam(required = false) @Nullable Instant from,
            @HistoryParameters.End @RequestParam(required = false) @Nullable Instant to,
            @HistoryParameters.Points @RequestParam(defaultValue = "close") HistoryGrid at) {
        return answers(query).history(instrument, query.asOf(), from, to, at, query.weightSet());
    }

    @GetMapping("/bias/{instrument}/change")
    @Operation(
            summary = "Why one instrument's bias changed between two instants, in steps that add up to the change",
            description =
                    "Releases with what they replaced, signals that ended, weights, scale and decay. By default, the"
                            + " last 24 hours.")
    BiasWaterfall change(
            @PathVariable String instrument,
            WeightedQuery query,
            @Parameter(description = "Start of the change; what was known then is before it.")
                    @RequestParam(required = false)
                    @Nullable
                    Instant from,
            @HistoryParameters.End @RequestParam(required = false) @Nullable Instant to,
            @Parameter(
                            description =
                                    "In place of from: 24 hours, 7 days, or the last second at which the label was"
                                            + " another; by default day.",
                            example = "week")
                    @RequestParam(required = false)
                    @Nullable
                    ChangeSince since,
            @RequestParam(required = false) @Nullable Instant recordedFrom) {
        BiasAnswers seen = recordedFrom == null ? null : bias.at(recordedFrom);
        return answers(query)
                .change(
                        instrument,
                        query.asOf(),
                        new ChangeSpan(from, to, since, recordedFrom),
                        seen,
                        query.weightSet());
    }

    @GetMapping("/scenarios")
    @Operation(
            summary = "What a release that is to come would do to every instrument, and from which figure on",
            description =
                    "The bias at the instant of the release without it, with it as assumed, and at -3 to +3 \u03c3;"
                            + " and the figures from which on a label or the sign is another. The other releases of the"
                            + " instant come as expected, or as set. Beside it, the bias if those that are not set"
                            + " come at their mean given those that are. Nothing published later than asOf is used.")
    @FailsWith({ProblemCode.UNKNOWN_INDICATOR, ProblemCode.NOT_TO_COME})
    ScenarioAnswer scenario(
            @RequestParam String indicator,
            @Parameter(
                            description = "Figures of releases of the instant, with commas between them: in the unit"
                                    + " of the indicator, with K, M, B or T, or in \u03c3 with s. A forecast can"
                                    + " follow after a slash; a release that is not scheduled needs one.",
                            example = AssumedFigures.EXAMPLE,
                            schema =
                                    @Schema(
                                            type = "string",
                                            description = AssumedFigures.WORDS,
                                            minLength = 1,
                                            maxLength = 2_000,
                                            pattern = AssumedFigures.FORM))
                    @RequestParam(required = false)
                    @Nullable
                    String set,
            @RequestParam(required = false) @Nullable Instant releasedAt,
            WeightedQuery query) {
        return answers(query)
                .scenario(ScenarioQuestion.of(indicator, releasedAt, "set", set), query.asOf(), query.weightSet());
    }

    @GetMapping("/flips")
    @Operation(
            summary = "Which releases of the next days could change which label, and from which figure on",
            description = "Every release after asOf that was scheduled by then, or that the catalogue's cadence makes"
                    + " expected, with the nearest flips of each instrument's label, exactly as `scenarios` has them,"
                    + " and their probability by the past surprises of the indicator: the releases of an instant come"
                    + " as expected, those of other instants not at all.")
    FlipAnswer flips(
            @Parameter(description = "Only this instrument; by default all.", example = "EURUSD")
                    @RequestParam(required = false)
                    @Nullable
                    String instrument,
            @Parameter(
                            description = "How many days ahead, from 1d to 14d.",
                            example = FlipQuestion.WEEK,
                            schema =
                                    @Schema(
                                            type = "string",
                                            description = FlipQuestion.WORDS,
                                            maxLength = 3,
                                            pattern = FlipQuestion.FORM,
                                            defaultValue = FlipQuestion.WEEK))
                    @RequestParam(defaultValue = FlipQuestion.WEEK)
                    String within,
            WeightedQuery query) {
        return answers(query).flips(FlipQuestion.of(instrument, "within", within), query.asOf(), query.weightSet());
    }

    @GetMapping("/heatmap")
    @Operation(
            summary = "The surprises of each region and category: positive is stronger, hotter, tighter",
            description = "Each cell adds up the weighted, decayed z of its indicators over its analytic "
                    + "scale; null with a reason where none is live. No exposure of an instrument is " + "in it.")
    HeatMap heatMap(WeightedQuery query) {
        return answers(query).heatMap(query.asOf(), query.weightSet());
    }

    private BiasAnswers answers(WeightedQuery query) {
        return bias.at(query.recordedAt());
    }
}
