package org.macroedge.server.stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.telemetry.AnsweredRequests;
import org.macroedge.server.platform.web.FailsWith;
import org.macroedge.server.stream.view.AlertEvent;
import org.macroedge.server.stream.view.BiasEvent;
import org.macroedge.server.stream.view.JobEvent;
import org.macroedge.server.stream.view.RegimeEvent;
import org.macroedge.server.stream.view.ReleaseEvent;
import org.macroedge.server.stream.view.WeightsEvent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The stream over HTTP.
@InRole(ServerRole.API)
@RestController
@RequestMapping("/api/v1/stream")
@Tag(name = "stream", description = "What happens, as it happens")
class StreamController {

    static final String POSITION = "Last-Event-ID";

    private static final String WHOLE_NUMBER = "^[0-9]{1,18}$";
    /// The web server would keep a buffer of 32 KB for each client.
    private static final int BUFFER = 512;

    private final EventStream stream;
    private final EventLog log;

    StreamController(EventStream stream, EventLog log) {
        this.stream = stream;
        this.log = log;
    }

    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Events as they happen, as server-sent events that never end",
            description =
                    "Events `release`, `bias`, `regime`, `job`, `alert` and `weights`, each with one line of JSON: the"
                        + " shapes ReleaseEvent, BiasEvent, RegimeEvent, JobEvent, AlertEvent and WeightsEvent. The id"
                        + " of an event is its position in the event log. Send the last id that you got as"
                        + " Last-Event-ID, and you get every event after it once, in their order; without it, those"
                        + " that happen from now on. An event is sent after its change was committed. A comment"
                        + " follows every 15 seconds. A client that does not read is cut off and can resume.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            content =
                                    @Content(
                                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                                            schema =
                                                    @Schema(
                                                            oneOf = {
                                                                ReleaseEvent.class,
                                                                BiasEvent.class,
                                                                RegimeEvent.class,
                                                                JobEvent.class,
                                                                AlertEvent.class,
                                                                WeightsEvent.class
                                                            }))))
    @FailsWith({ProblemCode.UNKNOWN_EVENT, ProblemCode.TOO_MANY_CLIENTS, ProblemCode.UNAVAILABLE})
    void follow(
            @Parameter(
                            description = "The id of the last event that the client got; 0 for every event that is"
                                    + " kept. By default, the stream begins now.",
                            example = "1234",
                            schema =
                                    @Schema(
                                            type = "integer",
                                            format = "int64",
                                            minimum = "0",
                                            maximum = "999999999999999999"))
                    @RequestHeader(name = POSITION, required = false)
                    @Nullable
                    String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        long position = lastEventId == null ? log.last() : position(lastEventId);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setBufferSize(BUFFER);
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            stream.add(request, position);
            AnsweredRequests.goesOn(request);
        }
    }

    private long position(String text) {
        if (!text.matches(WHOLE_NUMBER)) {
            throw StreamMessage.NO_POSITION.exception(text);
        }
        long position = Long.parseLong(text);
        if (position > 0 && !log.contains(position)) {
            throw StreamMessage.NOT_KEPT.exception(position);
        }
        return position;
    }
}
