package org.macroedge.server.releases.rows;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.query.Query;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Answers where the figures of a release come from.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/releases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "releases")
class RowsController {

    private final ReleaseRows rows;

    RowsController(ReleaseRows rows) {
        this.rows = rows;
    }

    @GetMapping("/{release}")
    @Operation(
            summary = "The rows that a release comes from: source, file, line and what they say",
            description = "The row whose figure stands for the release comes first, then the others by source, each"
                    + " source's latest first. Rows that were published after asOf are left out.")
    RawRelease release(@PathVariable String release, Query query) {
        return rows.of(release, query);
    }
}
