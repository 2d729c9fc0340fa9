package org.macroedge.server.surprises;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.surprises.view.SourceRanking;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers about those who forecast.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/consensus", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "consensus", description = "How far the forecasts of each source have been from what was published")
class ConsensusController {

    private final LatestIndicators indicators;

    ConsensusController(LatestIndicators indicators) {
        this.indicators = indicators;
    }

    @GetMapping
    @Operation(
            summary = "The sources of forecasts by their error, the smallest first",
            description = "Of each source and kind of forecast: the number of releases, the mean of |actual \u2212"
                + " forecast|/\u03c3 and the mean of (actual \u2212 forecast)/\u03c3. Only forecasts count that were"
                + " captured before their release; those of imported histories do not. Sources with fewer than ten"
                + " releases come last. `indicators/{id}/releases` has the same of one indicator.")
    SourceRanking ranking(
            Query query,
            @Parameter(
                            description = "Only indicators of this region; by default all.",
                            example = "US",
                            schema = @Schema(type = "string"))
                    @RequestParam(required = false)
                    @Nullable
                    Region region) {
        return indicators.at(query.recordedAt()).ranking(query.asOf(), region);
    }
}
