package org.macroedge.server.regime;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.regime.view.RegimeHistory;
import org.macroedge.server.regime.view.RegimeList;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Answers about regimes.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/regimes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "regimes",
        description = "The quadrant of growth and inflation that a region is in, by the first prints of its indicators")
class RegimeController {

    private final LatestRegimes regimes;

    RegimeController(LatestRegimes regimes) {
        this.regimes = regimes;
    }

    @GetMapping
    @Operation(
            summary = "The regime of every region at the last month-end, down to its indicators",
            description = "The quadrant of growth and inflation with the composites behind it, how far "
                    + "each axis is from its boundary, and the second opinion of a switching model.")
    RegimeList list(Query query) {
        return regimes.at(query.recordedAt()).list(query.asOf());
    }

    @GetMapping("/{region}/history")
    @Operation(
            summary = "The regime of one region at each month-end",
            description = "Each month by what was known at its end: composites, states of both axes, "
                    + "quadrant, and the odds of each axis with whether they have beaten " + "persistence.")
    RegimeHistory history(
            @Parameter(example = "US", schema = @Schema(type = "string")) @PathVariable Region region, Query query) {
        return regimes.at(query.recordedAt()).history(region, query.asOf());
    }
}
