package org.macroedge.server.surprises;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.surprises.view.SuspectList;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Answers about releases that look wrong.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/suspects", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "releases")
class SuspectsController {

    private final Suspects suspects;

    SuspectsController(Suspects suspects) {
        this.suspects = suspects;
    }

    @GetMapping
    @Operation(
            summary = "Releases more than ten σ from their forecasts that nobody has judged, the latest first",
            description =
                    "A suspect looks like a typing error, and does not count until someone confirms it. An extreme one"
                            + " counts, clipped, until someone doubts it.")
    SuspectList list(Query query) {
        return suspects.list(query.asOf(), query.recordedAt());
    }
}
