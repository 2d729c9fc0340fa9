package org.macroedge.server.eventrisk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.eventrisk.view.EventRisk;
import org.macroedge.server.eventrisk.view.NoTradeWindows;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.query.WeightedQuery;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers about event risk.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/event-risk", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "event-risk", description = "Whether a release that matters for an instrument is near")
class EventRiskController {

    private static final String INTEGER = "integer";

    private final LatestEventRisk risk;

    EventRiskController(LatestEventRisk risk) {
        this.risk = risk;
    }

    @GetMapping
    @Operation(
            summary = "Whether a release that matters for an instrument is within some minutes of asOf",
            description =
                    "By the calendar as known at asOf: what had been released, and the schedules captured by then. A"
                        + " release matters if the weight set weighs its indicator for the instrument. One that is due"
                        + " may come at any moment, and counts until it does or is late.")
    EventRisk near(
            @Parameter(description = "The instrument.", example = "EURUSD") @RequestParam String instrument,
            @Parameter(
                            description = "Minutes before each release, 0 to 1440.",
                            example = "30",
                            schema = @Schema(type = INTEGER, format = "int32", minimum = "0", maximum = "1440"))
                    @RequestParam(defaultValue = EventRiskQuestion.HALF_AN_HOUR)
                    int before,
            @Parameter(
                            description = "Minutes after each release, 0 to 1440.",
                            example = "30",
                            schema = @Schema(type = INTEGER, format = "int32", minimum = "0", maximum = "1440"))
                    @RequestParam(defaultValue = EventRiskQuestion.HALF_AN_HOUR)
                    int after,
            @Parameter(
                            description = "Only releases of at least this importance, 1 to 3.",
                            example = "3",
                            schema = @Schema(type = INTEGER, format = "int32", minimum = "1", maximum = "3"))
                    @RequestParam(defaultValue = EventRiskQuestion.MOST_IMPORTANT)
                    int importance,
            WeightedQuery query) {
        return risk.at(query.recordedAt())
                .near(question(instrument, before, after, importance), query.asOf(), query.weightSet());
    }

    @GetMapping("/windows")
    @Operation(
            summary = "The windows without trades of an instrument, by default from seven days before to seven days"
                    + " after asOf",
            description =
                    "The times around its releases that reach into the period, joined where they overlap or touch. A"
                        + " release whose time only the catalogue's cadence gives has none. In a back-test, a window"
                        + " before a release assumes that its time was known in advance, as that of scheduled releases"
                        + " is.")
    NoTradeWindows windows(
            @Parameter(description = "The instrument.", example = "EURUSD") @RequestParam String instrument,
            @Parameter(description = "Start of the period, inclusive; by default seven days before asOf.")
                    @RequestParam(required = false)
                    @Nullable
                    Instant from,
            @Parameter(description = "End of the period, inclusive; by default seven days after asOf.")
                    @RequestParam(required = false)
                    @Nullable
                    Instant to,
            @Parameter(
                            description = "Minutes before each release, 0 to 1440.",
                            example = "30",
                            schema = @Schema(type = INTEGER, format = "int32", minimum = "0", maximum = "1440"))
                    @RequestParam(defaultValue = EventRiskQuestion.HALF_AN_HOUR)
                    int before,
            @Parameter(
                            description = "Minutes after each release, 0 to 1440.",
                            example = "30",
                            schema = @Schema(type = INTEGER, format = "int32", minimum = "0", maximum = "1440"))
                    @RequestParam(defaultValue = EventRiskQuestion.HALF_AN_HOUR)
                    int after,
            @Parameter(
                            description = "Only releases of at least this importance, 1 to 3.",
                            example = "3",
                            schema = @Schema(type = INTEGER, format = "int32", minimum = "1", maximum = "3"))
                    @RequestParam(defaultValue = EventRiskQuestion.MOST_IMPORTANT)
                    int importance,
            @Parameter(
                            description = "The clock of a trading server, for `startsAtServer` and `endsAtServer`: an"
                                    + " offset from UTC such as +02:00, Europe/Athens, or new-york+7.",
                            example = "new-york+7",
                            schema =
                                    @Schema(
                                            type = "string",
                                            description = ServerTime.WORDS,
                                            maxLength = 13,
                                            pattern = ServerTime.FORM))
                    @RequestParam(required = false)
                    @Nullable
                    String serverTime,
            WeightedQuery query) {
        return risk.at(query.recordedAt())
                .windows(
                        question(instrument, before, after, importance),
                        from,
                        to,
                        serverTime == null ? null : ServerTime.of("serverTime", serverTime),
                        query.asOf(),
                        query.weightSet());
    }

    private static EventRiskQuestion question(String instrument, int before, int after, int importance) {
        return new EventRiskQuestion(
                instrument,
                EventRiskQuestion.minutes("before", before),
                EventRiskQuestion.minutes("after", after),
                importance);
    }
}
