package org.macroedge.server.releases.conflicts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.query.Query;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers what sources say differently of the same release.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/conflicts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "releases")
class ConflictsController {

    private final Conflicts conflicts;

    ConflictsController(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    @GetMapping
    @Operation(
            summary = "Releases of which sources say different things: who said what, when, who won, and why",
            description =
                    "Sources differ in the actual, in the previous value, in the declared period or in the instant; of"
                            + " a release without an actual, in the instant at which it is due. The source of highest"
                            + " precedence stands for the release. Latest first; `total` says how many there are, and a"
                            + " shorter period pages through them.")
    ConflictList list(
            Query query,
            @Parameter(description = "Start of the period, inclusive; by default the first release.")
                    @RequestParam(required = false)
                    @Nullable
                    Instant from,
            @Parameter(description = "End of the period, inclusive; by default the last release.")
                    @RequestParam(required = false)
                    @Nullable
                    Instant to,
            @Parameter(
                            description = "Only this region; by default all.",
                            example = "US",
                            schema = @Schema(type = "string"))
                    @RequestParam(required = false)
                    @Nullable
                    Region region,
            @Parameter(
                            description = "At most so many, the latest.",
                            example = "100",
                            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "1000"))
                    @RequestParam(defaultValue = "100")
                    int limit) {
        return conflicts.list(query, new ConflictSelection(from, to, region, limit));
    }
}
