package org.macroedge.server.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.app.Session;
import org.macroedge.server.cli.tables.RegimeTables;
import org.macroedge.server.regime.LatestRegimes;
import org.macroedge.server.regime.RegimeAnswers;
import org.macroedge.server.regime.view.RegimeAxis;
import org.macroedge.server.regime.view.RegimeHistory;
import org.macroedge.server.regime.view.RegimeItem;
import org.macroedge.server.regime.view.RegimeList;
import org.macroedge.server.regime.view.RegimeOdds;
import org.macroedge.server.regime.view.RegimePoint;
import org.macroedge.server.regime.view.RegimeScores;
import org.macroedge.server.regime.view.RegimeSwitching;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints the regime of every region, or of one at each month-end.
@Command(
        name = "regime",
        description = "The quadrant of growth and inflation that each region is in: goldilocks, reflation, "
                + "stagflation or slowdown. With a region, at each month-end.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge regime",
            "  macro-edge regime US --as-of 2021-03-01",
            "  macro-edge regime --format json                           down to the indicators"
        })
final class RegimeCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of(
            "region",
            "month_end",
            "quadrant",
            "dwell",
            "growth",
            "growth_state",
            "growth_reason",
            "growth_up",
            "growth_distance",
            "growth_probability",
            "growth_scored_months",
            "growth_score",
            "growth_score_of_persistence",
            "growth_upper",
            "growth_upper_reason",
            "growth_lower_mean",
            "growth_upper_mean",
            "growth_lower_months",
            "growth_upper_months",
            "growth_upper_probability",
            "growth_upper_scored_months",
            "growth_upper_score",
            "growth_upper_score_of_persistence",
            "inflation",
            "inflation_state",
            "inflation_reason",
            "inflation_up",
            "inflation_distance",
            "inflation_probability",
            "inflation_scored_months",
            "inflation_score",
            "inflation_score_of_persistence",
            "inflation_upper",
            "inflation_upper_reason",
            "inflation_lower_mean",
            "inflation_upper_mean",
            "inflation_lower_months",
            "inflation_upper_months",
            "inflation_upper_probability",
            "inflation_upper_scored_months",
            "inflation_upper_score",
            "inflation_upper_score_of_persistence",
            "correlation",
            "goldilocks",
            "reflation",
            "stagflation",
            "slowdown",
            "probability");

    @Parameters(
            paramLabel = "REGION",
            arity = "0..1",
            converter = RegionConverter.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private @Nullable Region region;

    @Mixin
    private final ReadOptions options = new ReadOptions();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    RegimeCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ReadRunner runner = new ReadRunner(spec, clock, options);
        return region == null ? runner.show(all(runner)) : runner.show(history(runner, region));
    }

    private Read<RegimeList> all(ReadRunner runner) {
        return new Read<>(
                "regimes",
                Map.of(),
                RegimeList.class,
                runner.store(session -> answers(session).list(options.asOf())),
                answer -> answer.header().answer(),
                COLUMNS,
                answer -> answer.items().stream().flatMap(RegimeCommand::rows).toList(),
                RegimeTables::print);
    }

    private Read<RegimeHistory> history(ReadRunner runner, Region chosen) {
        return new Read<>(
                "regimes/" + chosen.code() + "/history",
                Map.of(),
                RegimeHistory.class,
                runner.store(session -> answers(session).history(chosen, options.asOf())),
                answer -> answer.header().answer(),
                COLUMNS,
                answer -> answer.points().stream()
                        .map(point -> cells(answer.region(), point))
                        .toList(),
                RegimeTables::print);
    }

    private RegimeAnswers answers(Session session) {
        return session.get(LatestRegimes.class).at(options.recordedAt());
    }

    /// None for a region without data.
    private static Stream<List<@Nullable Object>> rows(RegimeItem item) {
        RegimePoint latest = item.latest();
        return latest == null ? Stream.empty() : Stream.of(cells(item.region(), latest));
    }

    private static List<@Nullable Object> cells(String region, RegimePoint point) {
        List<@Nullable Object> cells =
                new ArrayList<>(Arrays.asList(region, point.monthEnd(), point.quadrant(), point.dwell()));
        cells.addAll(cells(point.growth()));
        cells.addAll(cells(point.inflation()));
        cells.add(point.correlation());
        RegimeOdds odds = point.odds();
        cells.addAll(
                odds == null
                        ? Arrays.asList(null, null, null, null, null)
                        : List.of(
                                odds.goldilocks(),
                                odds.reflation(),
                                odds.stagflation(),
                                odds.slowdown(),
                                odds.probability()));
        return cells;
    }

    private static List<@Nullable Object> cells(RegimeAxis axis) {
        RegimeScores scores = axis.scores();
        RegimeSwitching switching = axis.switching();
        RegimeScores switchingScores = switching.scores();
        return Arrays.asList(
                axis.composite(),
                axis.state(),
                axis.reason(),
                axis.up(),
                axis.distance(),
                axis.probability(),
                scores.months(),
                scores.up(),
                scores.persistence(),
                switching.upper(),
                switching.reason(),
                switching.lowerMean(),
                switching.upperMean(),
                switching.lowerMonths(),
                switching.upperMonths(),
                switching.probability(),
                switchingScores.months(),
                switchingScores.up(),
                switchingScores.persistence());
    }
}
