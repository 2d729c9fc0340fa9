package org.macroedge.server.alerts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.macroedge.server.alerts.view.ChannelTest;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.web.FailsWith;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tests channels over HTTP. A server that only computes answers this too: it is the one that has the file of alerts,
/// its secrets and its way to the receivers.
@InRole({ServerRole.API, ServerRole.BIAS_ENGINE})
@RestController
@RequestMapping(path = "/api/v1/alerts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "alerts")
class ChannelTestController {

    private final AlertLog log;

    ChannelTestController(AlertLog log) {
        this.log = log;
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
