package org.macroedge.server.releases.verdicts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.web.FailsWith;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What people state about releases, over HTTP.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/releases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "releases", description = "What people state about releases")
class VerdictsController {

    private final Verdicts verdicts;

    VerdictsController(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    @PostMapping(path = "/{release}/statements", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "States that a release is confirmed, doubtful, cancelled or withdrawn, or takes that back",
            description = "A suspect release counts once it is confirmed. A doubtful, cancelled or withdrawn one does"
                + " not count. One that is to come can only be cancelled. The statement is a batch of its own: undo it"
                + " like an import.")
    @FailsWith({ProblemCode.NO_VERDICT, ProblemCode.NOT_PUBLISHED})
    VerdictResult state(@PathVariable String release, @RequestBody VerdictRequest request) {
        return verdicts.state(release, request);
    }
}
