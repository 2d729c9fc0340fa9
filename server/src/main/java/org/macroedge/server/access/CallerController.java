package org.macroedge.server.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.web.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who asks, over HTTP.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/caller", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "caller", description = "Who sends the requests, and what its role allows")
class CallerController {

    @GetMapping
    @Operation(
            summary = "Who sends this request, and what it may do",
            description = "In local mode it is always `local`, which may do everything.")
    ResponseEntity<CallerView> caller(Principal principal) {
        if (!(principal instanceof Caller caller)) {
            throw AccessProblem.NO_CREDENTIALS.exception();
        }
        CallerView view = new CallerView(
                caller.kind().code(), caller.name(), caller.role().code());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view);
    }
}
