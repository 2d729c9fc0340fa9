package org.macroedge.server.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.macroedge.server.catalogue.view.WeightSetList;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.query.Query;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Answers about weight sets.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/weight-sets", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "weight sets", description = "What each indicator means for each instrument")
class WeightSetController {

    private final CatalogueInForce catalogue;

    WeightSetController(CatalogueInForce catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    @Operation(
            summary = "Every weight set with its version, hash and half-lives, and what it covers",
            description = "The versions in force now, or at recordedAt. A weight set has no market time: "
                    + "any asOf can be asked with it.")
    @Parameter(
            name = Query.AS_OF,
            in = ParameterIn.QUERY,
            description = "Market time. A weight set has none, so the list is the same at any instant.")
    WeightSetList list(Query query) {
        return WeightSetViews.of(catalogue.at(query.recordedAt()));
    }
}
