package org.macroedge.server.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.macroedge.server.catalogue.view.InstrumentList;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.query.Query;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Answers about instruments.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/instruments", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "instruments", description = "The instruments of the catalogue")
class InstrumentController {

    private final CatalogueInForce catalogue;

    InstrumentController(CatalogueInForce catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    @Operation(
            summary = "Every instrument, in the order of every table",
            description = "With its name and asset class. Ids are stable: none is ever used again for "
                    + "another instrument.")
    @Parameter(
            name = Query.AS_OF,
            in = ParameterIn.QUERY,
            description = "Market time; the list is the same at any instant.")
    InstrumentList list(Query query) {
        return InstrumentList.of(catalogue.at(query.recordedAt()).instruments());
    }
}
