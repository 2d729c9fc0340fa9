package org.macroedge.server.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.tables.ConflictsTable;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.releases.conflicts.Claim;
import org.macroedge.server.releases.conflicts.Conflict;
import org.macroedge.server.releases.conflicts.ConflictList;
import org.macroedge.server.releases.conflicts.ConflictSelection;
import org.macroedge.server.releases.conflicts.Conflicts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Prints what sources say differently of the same release.
@Command(
        name = "conflicts",
        description = "Releases of which sources say different things: who said what, when, who won, and why.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge conflicts                                      the latest, of all regions",
            "  macro-edge conflicts --region US --from 2021-01-01",
            "  macro-edge conflicts --as-of 2021-09-03T20:00Z --format json",
            "",
            "The source of highest precedence stands for a release; catalogue/sources.yaml sets it."
        })
final class ConflictsCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of(
            "release_id",
            "indicator",
            "region",
            "kinds",
            "instant",
            "winner",
            "reason",
            "source",
            "precedence",
            "actual",
            "previous",
            "period",
            "said_instant",
            "captured_at",
            "file",
            "line",
            "batch",
            "recorded_at");

    @Mixin
    private final ReadOptions options = new ReadOptions();

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description = "Start of the span; a date means its start in UTC (default: the first release).")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "INSTANT",
            description = "End of the span; a date means its end in UTC (default: the last release).")
    private @Nullable String to;

    @Mixin
    private final RegionOption region = new RegionOption();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "The latest so many, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int limit;

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    ConflictsCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        OptionRange.check("--limit", limit, ConflictSelection.MOST);
        ReadRunner runner = new ReadRunner(spec, clock, options);
        Instant start = Instants.readStart("--from", from);
        Instant end = Instants.read("--to", to);
        return runner.show(new Read<>(
                "conflicts",
                parameters(start, end),
                ConflictList.class,
                runner.store(session -> session.get(Conflicts.class)
                        .list(options.query(), new ConflictSelection(start, end, region.region, limit))),
                answer -> null,
                COLUMNS,
                answer ->
                        answer.items().stream().flatMap(ConflictsCommand::rows).toList(),
                ConflictsTable::print));
    }

    private Map<String, @Nullable String> parameters(@Nullable Instant start, @Nullable Instant end) {
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("from", ReadRunner.text(start));
        parameters.put("to", ReadRunner.text(end));
        parameters.put("region", region.code());
        parameters.put("limit", String.valueOf(limit));
        return parameters;
    }

    private static Stream<List<@Nullable Object>> rows(Conflict conflict) {
        return conflict.claims().stream().map(claim -> cells(conflict, claim));
    }

    private static List<@Nullable Object> cells(Conflict conflict, Claim claim) {
        return Arrays.asList(
                conflict.releaseId(),
                conflict.indicator(),
                conflict.region(),
                String.join(" ", conflict.kinds()),
                conflict.instant(),
                conflict.winner(),
                conflict.reason(),
                claim.source(),
                claim.precedence(),
                claim.actual(),
                claim.previous(),
                claim.period(),
                claim.instant(),
                claim.capturedAt(),
                claim.file(),
                claim.line(),
                claim.batch(),
                claim.recordedAt());
    }
}
