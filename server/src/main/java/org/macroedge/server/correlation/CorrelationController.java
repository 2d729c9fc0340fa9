package org.macroedge.server.correlation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.correlation.CorrelationMethod;
import org.macroedge.server.correlation.view.CorrelationAnswer;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.platform.web.FailsWith;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers about correlations.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/correlation", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "correlation", description = "Whether biases, indices, surprises or prices are one opinion or many")
class CorrelationController {

    private static final int LONGEST_PAIR = 200;

    private final LatestCorrelations correlations;

    CorrelationController(LatestCorrelations correlations) {
        this.correlations = correlations;
    }

    @GetMapping
    @Operation(
            summary = "The correlations of all pairs with their intervals, and what the series have in common",
            description = "Correlations of changes, each over the rows in which both series have a value,"
                    + " with the interval of the effective number of rows. Shrinkage, the number of independent series"
                    + " and components are over the rows in which all series have one.")
    @FailsWith({ProblemCode.UNKNOWN_INSTRUMENT, ProblemCode.UNKNOWN_INDEX, ProblemCode.UNKNOWN_INDICATOR})
    CorrelationAnswer correlation(
            Query query,
            @Parameter(
                            description = "Changes of biases or of surprise indices, surprises of the indicators of"
                                    + " the highest importance, or returns of stored prices.",
                            example = "index",
                            schema =
                                    @Schema(
                                            allowableValues = {"bias", "index", "surprise", "price"},
                                            defaultValue = "bias"))
                    @RequestParam(defaultValue = "bias")
                    CorrelationKind of,
            @Parameter(
                            description = "Of the values, or of their ranks, which one extreme value moves little.",
                            example = "spearman",
                            schema =
                                    @Schema(
                                            allowableValues = {"pearson", "spearman"},
                                            defaultValue = "pearson"))
                    @RequestParam(defaultValue = "pearson")
                    CorrelationMethod method,
            @Parameter(
                            description = "Rows from Friday to Friday, or from weekday to weekday, at 22:00 UTC.",
                            example = "day",
                            schema =
                                    @Schema(
                                            allowableValues = {"week", "day"},
                                            defaultValue = "week"))
                    @RequestParam(defaultValue = "week")
                    CorrelationStep every,
            @Parameter(
                            description = "No row starts earlier; by default three years before asOf for weeks, and"
                                    + " one year for days.")
                    @RequestParam(required = false)
                    @Nullable
                    Instant from,
            @Parameter(
                            description = "Two ids with a comma between them: only this pair, and its path.",
                            example = CorrelationQuestion.EXAMPLE,
                            schema =
                                    @Schema(
                                            type = "string",
                                            description = CorrelationQuestion.WORDS,
                                            minLength = 3,
                                            maxLength = LONGEST_PAIR,
                                            pattern = CorrelationQuestion.PAIR))
                    @RequestParam(required = false)
                    @Nullable
                    String pair,
            @Parameter(
                            description = "How many rows are behind each point of the pair's path, 20 to 1000; by"
                                    + " default 52 weeks or 60 days.",
                            example = "26",
                            schema = @Schema(type = "integer", format = "int32", minimum = "20", maximum = "1000"))
                    @RequestParam(required = false)
                    @Nullable
                    Integer window) {
        Integer rows = CorrelationQuestion.window("window", window, pair);
        return correlations
                .at(query.recordedAt())
                .of(new CorrelationQuestion(of, method, every, from, pair, rows), query.asOf());
    }
}
