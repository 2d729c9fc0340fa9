package org.macroedge.server.releases.push;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.web.FailsWith;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Releases from programs, over HTTP.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/releases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "releases")
class PushController {

    private final ReleasePush push;

    PushController(ReleasePush push) {
        this.push = push;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Stores releases of one source as one batch, all of them or none",
            description = "The answer is that of an import, which the batch is: listed under imports, undone like one."
                    + " The same key with the same content gives the same answer again and stores nothing.")
    @FailsWith({
        ProblemCode.INVALID_INSTANT,
        ProblemCode.UNKNOWN_SOURCE,
        ProblemCode.UNKNOWN_INDICATOR,
        ProblemCode.KEY_REUSED,
        ProblemCode.PUSH_FAULT,
        ProblemCode.CATALOGUE_CHANGED
    })
    ImportOutcome push(
            @Parameter(
                            description = "Names this push: a new one for each new push. Not used by a dry run, and"
                                    + " required otherwise.",
                            example = "5f2b8a52-7d1e-4a51-9d0e-1f0c3a7b9c11",
                            schema =
                                    @Schema(
                                            type = "string",
                                            minLength = 1,
                                            maxLength = ReleasePush.LONGEST_KEY,
                                            pattern = ReleasePush.KEY))
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody PushRequest request) {
        return dryRun ? push.dryRun(request) : push.push(key, request);
    }
}
