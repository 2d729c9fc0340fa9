package org.macroedge.server.access.keys;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.macroedge.server.access.keys.view.ApiKeyItem;
import org.macroedge.server.access.keys.view.ApiKeyList;
import org.macroedge.server.access.keys.view.CreatedKey;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.web.FailsWith;
import org.macroedge.server.platform.web.NeedsRole;
import org.macroedge.server.platform.web.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The keys over HTTP, for administrators.
@InRole(ServerRole.API)
@RestController
@NeedsRole(Role.ADMIN)
@RequestMapping(path = "/api/v1/keys", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "keys", description = "The keys with which programs and people ask a server in secured mode")
class ApiKeysController {

    private final ApiKeys keys;

    ApiKeysController(ApiKeys keys) {
        this.keys = keys;
    }

    @GetMapping
    @Operation(
            summary = "Every key that was ever created, latest first",
            description = "With name, role, creation, expiry, last use and revocation. The key itself is "
                    + "shown once, when it is created, and cannot be read again.")
    ApiKeyList list() {
        return keys.list();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Creates a key",
            description = "The answer contains the key itself, this once: only its hash is stored.")
    ResponseEntity<CreatedKey> create(@RequestBody KeyRequest request, Principal caller) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(keys.create(request, caller.getName()));
    }

    @DeleteMapping("/{keyId}")
    @Operation(
            summary = "Revokes a key, for good",
            description = "This server refuses it from now on, and others of its store within five seconds.")
    @FailsWith({ProblemCode.UNKNOWN_KEY, ProblemCode.KEY_REVOKED})
    ApiKeyItem revoke(
            @Parameter(
                            description = "The eight digits after `me_`.",
                            example = "1f3a9c02",
                            schema =
                                    @Schema(
                                            type = "string",
                                            description = "eight digits, each from 0 to 9 or from a to f",
                                            minLength = 8,
                                            maxLength = 8,
                                            pattern = "^[0-9a-f]{8}$"))
                    @PathVariable
                    String keyId) {
        return keys.revoke(keyId);
    }
}
