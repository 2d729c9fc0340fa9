package org.macroedge.server.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.audit.view.AuditPage;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.web.NeedsRole;
import org.macroedge.server.platform.web.Role;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The audit log over HTTP, for administrators.
@InRole(ServerRole.API)
@RestController
@NeedsRole(Role.ADMIN)
@RequestMapping(path = "/api/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "audit", description = "Who changed what, and what was refused")
class AuditController {

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @GetMapping
    @Operation(
            summary = "Requests and commands that changed something or were refused to, latest first",
            description = "Each leaves one row. To get the next page, send `next` as `before`.")
    AuditPage page(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @Parameter(
                            description = "Only rows of this caller, by its whole name as the rows have it.",
                            example = "anna (key 1f3a9c02)",
                            schema =
                                    @Schema(
                                            type = "string",
                                            description = AuditQuestion.PRINCIPAL_WORDS,
                                            minLength = 1,
                                            maxLength = AuditQuestion.LONGEST_PRINCIPAL,
                                            pattern = AuditQuestion.PRINCIPAL))
                    @RequestParam(required = false)
                    @Nullable
                    String principal,
            @Parameter(
                            description = "Only rows of this operation: an operationId, or the words of a command.",
                            example = "apiKeysCreate",
                            schema =
                                    @Schema(
                                            type = "string",
                                            description = AuditQuestion.OPERATION_WORDS,
                                            minLength = 1,
                                            maxLength = AuditQuestion.LONGEST_OPERATION,
                                            pattern = AuditQuestion.OPERATION))
                    @RequestParam(required = false)
                    @Nullable
                    String operation,
            @Parameter(
                            description = "Only rows with a lower number; by default from the latest on.",
                            example = "1000",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
                    @RequestParam(required = false)
                    @Nullable
                    Long before,
            @Parameter(
                            description = "At most so many.",
                            example = "100",
                            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "1000"))
                    @RequestParam(defaultValue = "100")
                    int limit) {
        return log.page(new AuditQuestion(from, to, principal, operation, before, limit));
    }
}
