package org.macroedge.server.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.calendar.view.CalendarAnswer;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.surprises.LatestSurprises;
import org.macroedge.server.surprises.Surprises;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Questions about the calendar.
@RestController
@RequestMapping(path = "/api/v1/calendar", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "calendar", description = "What was released and what is to come")
class CalendarController {

    private final LatestSurprises surprises;
    private final Clock clock;

    CalendarController(LatestSurprises surprises, Clock clock) {
        this.surprises = surprises;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "The releases of a span, by default seven days back and ahead")
    CalendarAnswer between(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String recordedAt,
            @Parameter(description = "First instant of the span, included; by default seven days before asOf.")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "Last instant of the span, included; by default seven days after asOf.")
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @Parameter(description = "One region alone; by default all.", example = "US")
                    @RequestParam(required = false)
                    @Nullable
                    String region,
            @Parameter(description = "The least importance, 1 to 3.", example = "3") @RequestParam(defaultValue = "1")
                    int importance) {
        Surprises known = surprises.at(Instants.read("recordedAt", recordedAt));
        return new CalendarAnswers(known.catalogue(), known, clock)
                .between(
                        Instants.read("asOf", asOf),
                        Instants.read("from", from),
                        Instants.read("to", to),
                        region,
                        importance);
    }
}
