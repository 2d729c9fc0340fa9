package org.macroedge.server.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.view.InstrumentList;
import org.macroedge.server.platform.time.Instants;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What is traded.
@RestController
@RequestMapping(path = "/api/v1/instruments", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "instruments", description = "What is traded")
class InstrumentController {

    private final CatalogueInForce catalogue;

    InstrumentController(CatalogueInForce catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    @Operation(summary = "Every instrument, in the order of every table")
    InstrumentList list(
            @Parameter(description = "Market time; the list is the same at any instant.")
                    @RequestParam(required = false)
                    @Nullable
                    String asOf,
            @RequestParam(required = false) @Nullable String recordedAt) {
        Instants.read("asOf", asOf);
        Instants.read("recordedAt", recordedAt);
        return InstrumentList.of(catalogue.current().instruments());
    }
}
