package org.macroedge.server.surprises;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.surprises.view.IndicatorList;
import org.macroedge.server.surprises.view.IndicatorReleases;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Questions about indicators and their releases.
@RestController
@RequestMapping(path = "/api/v1/indicators", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "indicators", description = "What is published, and how far each release was from what was expected")
class IndicatorController {

    private final LatestSurprises surprises;
    private final Clock clock;

    IndicatorController(LatestSurprises surprises, Clock clock) {
        this.surprises = surprises;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Every indicator with its last release")
    IndicatorList list(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String recordedAt) {
        return answers(recordedAt).list(Instants.read("asOf", asOf));
    }

    @GetMapping("/{id}/releases")
    @Operation(summary = "The releases of one indicator with surprise, scale and z, oldest first")
    IndicatorReleases releases(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String recordedAt) {
        return answers(recordedAt).releases(id, Instants.read("asOf", asOf));
    }

    private IndicatorAnswers answers(@Nullable String recordedAt) {
        Surprises known = surprises.at(Instants.read("recordedAt", recordedAt));
        return new IndicatorAnswers(known.catalogue(), known, clock);
    }
}
