package org.macroedge.server.sources;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.web.FailsWith;
import org.macroedge.server.sources.view.BackfillStep;
import org.macroedge.server.sources.view.SeriesList;
import org.macroedge.server.sources.view.SourceList;
import org.macroedge.server.sources.view.SourceRuns;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers about sources, and asks them.
@InRole(ServerRole.API)
@RestController
@RequestMapping(path = "/api/v1/sources", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "sources", description = "Where data come from by themselves")
class SourcesController {

    private static final int LONGEST = 60;

    private final SourceViews sources;
    private final SeriesViews series;
    private final Ingestion ingestion;
    private final Backfill backfill;
    private final Clock clock;

    SourcesController(SourceViews sources, SeriesViews series, Ingestion ingestion, Backfill backfill, Clock clock) {
        this.sources = sources;
        this.series = series;
        this.ingestion = ingestion;
        this.backfill = backfill;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "Every source that can be fetched from: terms, key, state, lag and last fault",
            description =
                    "Each with the key that it needs, its state, and how long ago it last answered in a way that was"
                            + " understood.")
    SourceList list() {
        return sources.list();
    }

    @GetMapping("/series")
    @Operation(
            summary = "The official series of a source, or of every source: how far each reaches, and its last fault",
            description = "Each with the indicator that it feeds, its last period, and when it last answered.")
    @FailsWith(ProblemCode.UNKNOWN_SOURCE)
    SeriesList series(@SourceName @RequestParam(required = false) @Nullable String source) {
        return series.list(source);
    }

    @PostMapping("/ingest")
    @Operation(
            summary = "Asks a source, or every source that is on, and stores what is new",
            description = "A source that was asked a moment ago, or that rests, is left alone; its state says so.")
    @FailsWith(ProblemCode.UNKNOWN_SOURCE)
    SourceRuns ingest(
            @SourceName @RequestParam(required = false) @Nullable String source,
            @RegionOfSeries @RequestParam(required = false) @Nullable Region region) {
        return new SourceRuns(ingestion.ingest(source, region, request -> {}));
    }

    @PostMapping("/backfill")
    @Operation(
            summary = "Sends the next few requests for what sources published in a span of years, and stores it",
            description = "Repeat it until nothing is left: what was asked before, by whomever, is left out. Only"
                    + " sources that know what was published when are asked; whole calendar years are. It stops at the"
                    + " first failure of a source; a request that fails for itself rests for an hour.")
    @FailsWith(ProblemCode.UNKNOWN_SOURCE)
    BackfillStep backfill(
            @SourceName @RequestParam(required = false) @Nullable String source,
            @RegionOfSeries @RequestParam(required = false) @Nullable Region region,
            @RequestParam Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        return backfill.next(BackfillSpan.of(source, region, from, to, clock), request -> {});
    }

    @PostMapping("/check")
    @Operation(
            summary = "Asks a source, or every source that is on, and says what was understood",
            description = "One request is sent to each. Nothing is stored of the rows; the answers count towards the"
                    + " limits of the sources.")
    @FailsWith(ProblemCode.UNKNOWN_SOURCE)
    SourceRuns check(
            @SourceName @RequestParam(required = false) @Nullable String source,
            @Parameter(description = "Whether to send every request of a source, and not only its first.")
                    @RequestParam(defaultValue = "false")
                    boolean all) {
        return new SourceRuns(ingestion.check(source, all, request -> {}));
    }

    /// The source that is asked.
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            description = "The id of a source; by default every source that is on.",
            example = "forexfactory-feed",
            schema = @Schema(type = "string", minLength = 1, maxLength = LONGEST))
    private @interface SourceName {}

    /// The region whose indicators are asked for.
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            description = "Only indicators of this region, where a source can be asked for some; by default all.",
            example = "US",
            schema = @Schema(type = "string"))
    private @interface RegionOfSeries {}
}
