package org.macroedge.server.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.tables.RevisionsTable;
import org.macroedge.server.platform.query.ResolvedId;
import org.macroedge.server.surprises.LatestIndicators;
import org.macroedge.server.surprises.view.IndicatorRevisions;
import org.macroedge.server.surprises.view.RevisedFigure;
import org.macroedge.server.surprises.view.RevisionItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints how the figures of an indicator were revised.
@Command(
        name = "revisions",
        description = "The first print of each period of one indicator, and what later releases stated for it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge revisions us-nonfarm-payrolls --as-of 2021-12-31",
            "  macro-edge revisions us-nonfarm-payrolls --from 2014-01-01 --format csv > revisions.csv",
            "",
            "\u03c3 is the scale of the earlier revisions of the indicator. Revisions never change a z."
        })
final class RevisionsCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of(
            "release_id",
            "released_at",
            "period",
            "actual",
            "source",
            "announced_by",
            "known_at",
            "before",
            "value",
            "size",
            "sigma",
            "sigma_observations",
            "standardised",
            "provisional",
            "large",
            "reason");

    @Parameters(paramLabel = "INDICATOR", description = "For example us-nonfarm-payrolls.")
    private String indicator = "";

    @Mixin
    private final ReadOptions options = new ReadOptions();

    @Mixin
    private final SpanOptions span = new SpanOptions();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    RevisionsCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ReadRunner runner = new ReadRunner(spec, clock, options);
        String id = ResolvedId.indicator(indicator);
        return runner.show(new Read<>(
                "indicators/" + id + "/revisions",
                span.parameters(),
                IndicatorRevisions.class,
                runner.store(session -> session.get(LatestIndicators.class)
                        .at(options.recordedAt())
                        .revisions(id, options.asOf(), span.start(), span.end())),
                IndicatorRevisions::header,
                COLUMNS,
                answer ->
                        answer.items().stream().flatMap(RevisionsCommand::rows).toList(),
                RevisionsTable::print));
    }

    /// One for each revision; one with empty cells for a figure without any.
    private static Stream<List<@Nullable Object>> rows(RevisedFigure figure) {
        return figure.revisions().isEmpty()
                ? Stream.of(cells(figure, null))
                : figure.revisions().stream().map(revision -> cells(figure, revision));
    }

    private static List<@Nullable Object> cells(RevisedFigure figure, @Nullable RevisionItem revision) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.addAll(Arrays.asList(
                figure.releaseId(), figure.releasedAt(), figure.period(), figure.actual(), figure.source()));
        cells.addAll(revision == null ? Collections.nCopies(COLUMNS.size() - cells.size(), null) : cells(revision));
        return cells;
    }

    private static List<@Nullable Object> cells(RevisionItem revision) {
        return Arrays.asList(
                revision.releaseId(),
                revision.knownAt(),
                revision.before(),
                revision.value(),
                revision.size(),
                revision.sigma(),
                revision.sigmaObservations(),
                revision.standardised(),
                revision.provisional(),
                revision.large(),
                revision.reason());
    }
}
