package org.macroedge.server.prices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.prices.view.PriceHistory;
import org.macroedge.server.prices.view.PriceSeriesList;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers about prices.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/prices", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "prices", description = "Daily closes of instruments, as known at any time")
class PricesController {

    private static final int LONGEST_SOURCE = 100;

    private static final String AS_OF =
            "Market time: a close that is made later is left out, and so is a correction that was recorded later."
                    + " By default now.";

    private final LatestPrices prices;

    PricesController(LatestPrices prices) {
        this.prices = prices;
    }

    @GetMapping
    @Operation(
            summary = "Every series of prices in the store; the first of each instrument is the one that counts",
            description = "With source, symbol, currency or unit, the hour of its close, and how far it " + "reaches.")
    @Parameter(name = Query.AS_OF, in = ParameterIn.QUERY, description = AS_OF)
    PriceSeriesList list(Query query) {
        return prices.at(query.recordedAt()).list(query.asOf());
    }

    @GetMapping("/{instrument}")
    @Operation(
            summary = "The daily closes of one instrument, by default of a year; none where no series has any",
            description = "Of the series that counts, or of a source that is named. A close is known "
                    + "from its own hour on, and is not shown before.")
    @Parameter(name = Query.AS_OF, in = ParameterIn.QUERY, description = AS_OF)
    PriceHistory history(
            @PathVariable String instrument,
            Query query,
            @Parameter(description = "Its date in UTC is the first trading date; by default a year before the last.")
                    @RequestParam(required = false)
                    @Nullable
                    Instant from,
            @Parameter(description = "Its date in UTC is the last trading date; by default the last known.")
                    @RequestParam(required = false)
                    @Nullable
                    Instant to,
            @Parameter(
                            description = "The source of the series; by default the catalogue's first that has closes.",
                            example = "yahoo",
                            schema =
                                    @Schema(
                                            type = "string",
                                            description = "the id of a source: letters, digits, and hyphens between"
                                                    + " them",
                                            minLength = 1,
                                            maxLength = LONGEST_SOURCE,
                                            pattern = "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"))
                    @RequestParam(required = false)
                    @Nullable
                    String source) {
        return prices.at(query.recordedAt()).history(instrument, query.asOf(), from, to, source);
    }
}
