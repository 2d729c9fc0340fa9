package org.macroedge.server.indices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.indices.view.IndexExplanation;
import org.macroedge.server.indices.view.IndexHistory;
import org.macroedge.server.indices.view.IndexList;
import org.macroedge.server.indices.view.IndexWaterfall;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.surprises.HistoryGrid;
import org.macroedge.server.surprises.HistoryParameters;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers about surprise indices.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/indices", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "indices",
        description = "How far the data of a region, currency or bloc have been from what was expected: positive is "
                + "stronger, hotter, tighter")
class IndexController {

    private final LatestIndices indices;

    IndexController(LatestIndices indices) {
        this.indices = indices;
    }

    @GetMapping
    @Operation(
            summary = "Every surprise index at one instant, in the order of the catalogue",
            description = "z is the weighted sum of signals over its analytic scale, about one standard "
                    + "deviation, by what was known at asOf. Positive is stronger or hotter than "
                    + "expected; null with a reason before the first usable surprise.")
    IndexList list(Query query) {
        return answers(query).list(query.asOf());
    }

    @GetMapping("/{index}")
    @Operation(
            summary = "One surprise index down to each release; the contributions add up to z",
            description =
                    "Each contribution is weight / scale · signal, in units of z, with the release " + "behind it.")
    IndexExplanation explanation(@PathVariable String index, Query query) {
        return answers(query).explanation(index, query.asOf());
    }

    @GetMapping("/{index}/history")
    @Operation(
            summary = "One surprise index at each daily close or release instant, by default for a year",
            description = "Each point is what `indices/{index}` answers at its instant: computed from "
                    + "what was known then.")
    IndexHistory history(
            @PathVariable String index,
            Query query,
            @HistoryParameters.Start @RequestParam(required = false) @Nullable Instant from,
            @HistoryParameters.End @RequestParam(required = false) @Nullable Instant to,
            @HistoryParameters.Points @RequestParam(defaultValue = "close") HistoryGrid at) {
        return answers(query).history(index, query.asOf(), from, to, at);
    }

    @GetMapping("/{index}/change")
    @Operation(
            summary = "Why one surprise index changed between two instants, in steps that add up to the change",
            description = "Parts by release, correction, roll-off, weight, scale and decay, in units of "
                    + "z; they add up to within 1e-9, over sub-intervals too.")
    IndexWaterfall change(
            @PathVariable String index,
            Query query,
            @Parameter(description = "Start of the change; by default 24 hours before its end.")
                    @RequestParam(required = false)
                    @Nullable
                    Instant from,
            @HistoryParameters.End @RequestParam(required = false) @Nullable Instant to) {
        return answers(query).change(index, query.asOf(), from, to);
    }

    private IndexAnswers answers(Query query) {
        return indices.at(query.recordedAt());
    }
}
