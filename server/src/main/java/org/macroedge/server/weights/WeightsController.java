package org.macroedge.server.weights;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.platform.web.FailsWith;
import org.macroedge.server.weights.view.WeightSetHistory;
import org.macroedge.server.weights.view.WeightSetPreview;
import org.macroedge.server.weights.view.WeightSetPublication;
import org.macroedge.server.weights.view.WeightSetVersion;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Versions of weight sets over HTTP.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/weight-sets/{weightSet}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "weight sets", description = "What each indicator means for each instrument")
class WeightsController {

    private static final String ID = "The id of a weight set, in upper or lower case.";

    private final WeightSetVersions versions;
    private final WeightSetPreviews previews;

    WeightsController(WeightSetVersions versions, WeightSetPreviews previews) {
        this.versions = versions;
        this.previews = previews;
    }

    @GetMapping("/versions")
    @Operation(
            summary = "Every version of a weight set that was proposed, and which one was in force when",
            description = "Weight sets of the catalogue's files have no versions here.")
    @FailsWith(ProblemCode.UNKNOWN_WEIGHT_SET)
    WeightSetHistory history(@Parameter(description = ID, example = "fast") @PathVariable("weightSet") String id) {
        return versions.history(WeightedQuery.weightSetId(id));
    }

    @PostMapping(path = "/versions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Proposes a version of a weight set",
            description = "The definition is checked as an entry of the catalogue's weight-sets.yaml is, and stored"
                    + " complete, with the fields of the weight set that it extends. It is not in force before it is"
                    + " published. A definition that equals the last version's gives that version.")
    @FailsWith({ProblemCode.WEIGHT_SET_FAULT, ProblemCode.WEIGHT_SET_IN_FILE, ProblemCode.WEIGHT_SETS_FULL})
    WeightSetVersion propose(
            @Parameter(
                            description =
                                    "The id, new or of a weight set that was proposed: letters from a to z, digits"
                                            + " and hyphens.",
                            example = "fast")
                    @PathVariable("weightSet")
                    String id,
            @RequestBody WeightSetProposal proposal) {
        return versions.propose(WeightedQuery.weightSetId(id), proposal);
    }

    @GetMapping("/versions/{version}/preview")
    @Operation(
            summary = "What a version would change for every instrument, were it in force",
            description = "Nothing is stored.")
    @FailsWith({ProblemCode.UNKNOWN_WEIGHT_SET, ProblemCode.UNKNOWN_WEIGHT_SET_VERSION})
    WeightSetPreview preview(
            @Parameter(description = ID, example = "fast") @PathVariable("weightSet") String id,
            @Parameter(description = "Counts from 1.", example = "1") @PathVariable int version,
            @Parameter(
                            description = "The weight set in force to compare with; by default the same one, or"
                                    + " `default` where no version of it is in force.",
                            example = "default",
                            schema = @Schema(type = "string", maxLength = 100))
                    @RequestParam(required = false)
                    @Nullable
                    String against,
            Query query) {
        return previews.of(
                WeightedQuery.weightSetId(id),
                version,
                against == null ? null : WeightedQuery.weightSetId(against),
                query);
    }

    @PostMapping(path = "/versions/{version}/publish", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Puts a version in force",
            description = "Every answer by this weight set uses it from the record time of the publication on, in every"
                    + " process of the store. Where it is in force already, nothing changes.")
    @FailsWith({
        ProblemCode.UNKNOWN_WEIGHT_SET,
        ProblemCode.UNKNOWN_WEIGHT_SET_VERSION,
        ProblemCode.WEIGHT_SET_IN_FILE,
        ProblemCode.WEIGHT_SETS_FULL
    })
    WeightSetPublication publish(
            @Parameter(description = ID, example = "fast") @PathVariable("weightSet") String id,
            @Parameter(description = "Counts from 1.", example = "1") @PathVariable int version,
            @RequestBody ReasonRequest request) {
        return versions.publish(WeightedQuery.weightSetId(id), version, request);
    }

    @PostMapping(path = "/rollback", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Takes the last publication of a weight set back",
            description = "The version that was in force before it is in force again; after the first publication,"
                    + " none is, and the weight set is unknown to answers.")
    @FailsWith({
        ProblemCode.UNKNOWN_WEIGHT_SET,
        ProblemCode.WEIGHT_SET_IN_FILE,
        ProblemCode.NOTHING_TO_ROLL_BACK,
        ProblemCode.WEIGHT_SET_CHANGED
    })
    WeightSetPublication rollBack(
            @Parameter(description = ID, example = "fast") @PathVariable("weightSet") String id,
            @RequestBody RollBackRequest request) {
        return versions.rollBack(WeightedQuery.weightSetId(id), request);
    }
}
