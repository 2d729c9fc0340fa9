package org.macroedge.server.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.calendar.view.CalendarAnswer;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.platform.web.AnswerLifetime;
import org.macroedge.server.platform.web.AnswerSpool;
import org.macroedge.server.platform.web.AnswerSpools;
import org.macroedge.server.platform.web.Conditions;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The calendar for calendar programs.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/calendar.ics", produces = CalendarFeedController.TYPE)
@Tag(name = "calendar", description = "Published, scheduled and expected releases")
class CalendarFeedController {

    static final String TYPE = "text/calendar";

    private static final MediaType UTF_8 = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final LatestCalendar calendar;
    private final AnswerSpools spools;

    CalendarFeedController(LatestCalendar calendar, AnswerSpools spools) {
        this.calendar = calendar;
        this.spools = spools;
    }

    @GetMapping
    @Operation(
            summary =
                    "The releases of a period in iCalendar, by default of importance 3, from seven days before asOf to"
                            + " 31 days after it",
            description = "For calendar programs that subscribe to this address. Each release is an event of 15 minutes"
                    + " from its instant; its UID begins with `releaseId`. One whose time only the catalogue's cadence"
                    + " gives is tentative, and one that was called off is cancelled.")
    @Nullable
    ResponseEntity<Resource> ics(
            Query query,
            @Parameter(
                            description = "Start of the period, inclusive; by default seven days before asOf, or before"
                                    + " an earlier end.")
                    @RequestParam(required = false)
                    @Nullable
                    Instant from,
            @Parameter(
                            description = "End of the period, inclusive; by default 31 days after asOf, or seven days"
                                    + " after asOf or a later start where a start is given.")
                    @RequestParam(required = false)
                    @Nullable
                    Instant to,
            @Parameter(
                            description = "Only this region; by default all.",
                            example = "US",
                            schema = @Schema(type = "string"))
                    @RequestParam(required = false)
                    @Nullable
                    Region region,
            @Parameter(
                            description = "Only releases of at least this importance, 1 to 3.",
                            example = "3",
                            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "3"))
                    @RequestParam(defaultValue = "3")
                    int importance,
            HttpServletRequest request,
            HttpServletResponse response) {
        CalendarAnswer answer = calendar.at(query.recordedAt()).feed(query.asOf(), from, to, region, importance);
        AnswerSpool spool = spools.write(out -> out.write(CalendarFeed.of(answer)));
        response.setHeader(HttpHeaders.CACHE_CONTROL, AnswerLifetime.of(request).getHeaderValue());
        if (Conditions.isKnown(spool.tag(), request, response)) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(UTF_8)
                .eTag(spool.tag())
                .contentLength(spool.length())
                .body(spool.resource());
    }
}
