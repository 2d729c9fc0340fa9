package org.macroedge.server.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.calendar.view.CompletenessAnswer;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.query.Query;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers about what is late or missing.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/completeness", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "completeness", description = "What was due, and what arrived")
class CompletenessController {

    private final LatestCalendar calendar;

    CompletenessController(LatestCalendar calendar) {
        this.calendar = calendar;
    }

    @GetMapping
    @Operation(
            summary = "What was to be published in the 100 days before asOf, and what of it has no figure",
            description = "Expected releases are those that sources had announced by asOf; for an indicator without an"
                + " announcement, the one that the catalogue's cadence expects. The items are the releases that are"
                + " `due`, `late`, `missing`, `cancelled` or `withdrawn`, each with its reason. Those that are late,"
                + " and those missing without a later release, are outstanding: they lower freshness.")
    CompletenessAnswer completeness(
            Query query,
            @Parameter(
                            description = "Only this region; by default all.",
                            example = "US",
                            schema = @Schema(type = "string"))
                    @RequestParam(required = false)
                    @Nullable
                    Region region,
            @Parameter(
                            description = "Only releases of at least this importance, 1 to 3.",
                            example = "3",
                            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "3"))
                    @RequestParam(defaultValue = "1")
                    int importance) {
        return calendar.at(query.recordedAt()).completeness(query.asOf(), region, importance);
    }
}
