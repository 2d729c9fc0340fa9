package org.macroedge.server.surprises;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.surprises.view.IndicatorList;
import org.macroedge.server.surprises.view.IndicatorReleases;
import org.macroedge.server.surprises.view.IndicatorRevisions;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers about indicators and their releases.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/indicators", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "indicators", description = "What is published, and how far each release was from its forecast")
class IndicatorController {

    private final LatestIndicators indicators;

    IndicatorController(LatestIndicators indicators) {
        this.indicators = indicators;
    }

    @GetMapping
    @Operation(
            summary = "Every indicator with its last release",
            description = "With category, unit, importance, frequency and polarity, and the surprise of "
                    + "the last release in standard deviations, as known at asOf.")
    IndicatorList list(Query query) {
        return answers(query).list(query.asOf());
    }

    @GetMapping("/{id}/releases")
    @Operation(
            summary = "The releases of one indicator with surprise, scale and z, oldest first",
            description = "Each with its first print, what had been expected and of which kind, the "
                    + "scale known before it, and marks. The path of the consensus and the errors of "
                    + "each source stand beside them.")
    IndicatorReleases releases(@PathVariable String id, Query query) {
        return answers(query).releases(id, query.asOf());
    }

    @GetMapping("/{id}/revisions")
    @Operation(
            summary = "The first print of each period of one indicator and what later releases state for it",
            description = "The items are the releases of the span, by default of a year, oldest first; each has its"
                + " revisions as known at asOf. A revision is the previous figure of the next release less the value"
                + " that stood, where both come from one source; it is listed where it is 0, too. \u03c3 is the scale"
                + " of strictly earlier revisions of the indicator. Revisions never change a z.")
    IndicatorRevisions revisions(
            @PathVariable String id,
            Query query,
            @HistoryParameters.Start @RequestParam(required = false) @Nullable Instant from,
            @HistoryParameters.End @RequestParam(required = false) @Nullable Instant to) {
        return answers(query).revisions(id, query.asOf(), from, to);
    }

    private IndicatorAnswers answers(Query query) {
        return indicators.at(query.recordedAt());
    }
}
