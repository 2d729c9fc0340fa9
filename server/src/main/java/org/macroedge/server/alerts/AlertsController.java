package org.macroedge.server.alerts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.alerts.view.AlertPage;
import org.macroedge.server.alerts.view.ChannelTest;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.web.FailsWith;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Alerts over HTTP. A server that only computes answers too: it is the one that has the file of alerts, its secrets
/// and its way to the receivers.
@InRole({ServerRole.API, ServerRole.BIAS_ENGINE})
@RestController
@RequestMapping(path = "/api/v1/alerts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "alerts", description = "What was raised by the rules of the file of alerts, and what became of it")
class AlertsController {

    private final AlertLog log;

    AlertsController(AlertLog log) {
        this.log = log;
    }

    @GetMapping
    @Operation(
            summary = "The alerts that were raised, latest first",
            description =
                    "`from` and `to` are of when they were raised. To get the next page, send `next` as `before`.")
    AlertPage page(
            @Parameter(
                            description = "Only alerts of this rule, by its id in the file of alerts.",
                            example = "flips",
                            schema =
                                    @Schema(
                                            type = "string",
                                            description = AlertQuestion.ID_WORDS,
                                            minLength = 1,
                                            maxLength = AlertQuestion.LONGEST_ID,
                                            pattern = AlertQuestion.ID))
                    @RequestParam(required = false)
                    @Nullable
                    String rule,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @Parameter(
                            description = "Only alerts with a lower number; by default from the latest on.",
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
        return log.page(new AlertQuestion(rule, from, to, before, limit));
    }

    @PostMapping("/channels/{channel}/test")
    @Operation(
            summary = "Sends a test message to a channel, and answers when the channel has taken it",
            description = "It is sent once, and is no alert: the list does not have it.")
    @FailsWith({ProblemCode.UNKNOWN_CHANNEL, ProblemCode.CHANNEL_FAULT})
    ChannelTest test(
            @PathVariable
                    @Parameter(
                            description = "The id of a channel in the file of alerts.",
                            example = "desk",
                            schema =
                                    @Schema(
                                            type = "string",
                                            description = AlertQuestion.ID_WORDS,
                                            minLength = 1,
                                            maxLength = AlertQuestion.LONGEST_ID,
                                            pattern = AlertQuestion.ID))
                    String channel) {
        return log.test(channel);
    }
}
