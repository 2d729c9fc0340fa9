package org.macroedge.server.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.calendar.view.CalendarAnswer;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.query.Query;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers about the calendar.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/calendar", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "calendar", description = "Published, scheduled and expected releases")
class CalendarController {

    private final LatestCalendar calendar;

    CalendarController(LatestCalendar calendar) {
        this.calendar = calendar;
    }

    @GetMapping
    @Operation(
            summary = "The releases of a period, by default from seven days before to seven days after asOf",
            description = "What had been released by asOf, and the schedules captured by then: `scheduled` before"
                + " their instant, `due` from then on, `late` a day later, `missing` after a whole period, `cancelled`"
                + " once one was called off. Where no schedule of an indicator was captured, the catalogue's cadence"
                + " predicts its next releases, at most 100 days ahead: `expected`, without an id; the first of them"
                + " is `due` and `late` too. `completeness` counts the 100 days before asOf, whatever the period.")
    CalendarAnswer between(
            Query query,
            @Parameter(
                            description =
                                    "Start of the period, inclusive; by default seven days before asOf, or before an"
                                            + " earlier end.")
                    @RequestParam(required = false)
                    @Nullable
                    Instant from,
            @Parameter(
                            description =
                                    "End of the period, inclusive; by default seven days after asOf, or after a later"
                                            + " start.")
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
                    @RequestParam(defaultValue = "1")
                    int importance) {
        return calendar.at(query.recordedAt()).between(query.asOf(), from, to, region, importance);
    }
}
