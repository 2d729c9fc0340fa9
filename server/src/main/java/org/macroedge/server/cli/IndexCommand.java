package org.macroedge.server.cli;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.app.Session;
import org.macroedge.server.cli.tables.ChangeTable;
import org.macroedge.server.cli.tables.IndexTables;
import org.macroedge.server.cli.usage.CommandMessage;
import org.macroedge.server.indices.IndexAnswers;
import org.macroedge.server.indices.LatestIndices;
import org.macroedge.server.indices.view.IndexExplanation;
import org.macroedge.server.indices.view.IndexHistory;
import org.macroedge.server.indices.view.IndexItem;
import org.macroedge.server.indices.view.IndexList;
import org.macroedge.server.indices.view.IndexWaterfall;
import org.macroedge.server.platform.query.ResolvedId;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints every surprise index, one down to its releases, or its history.
@Command(
        name = "index",
        description = "How far the data of a region, currency or bloc have been from what was expected: positive is "
                + "stronger, hotter, tighter. Without an id all indices; with one its releases, or its history from "
                + "--from to --to.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge index --as-of 2021-09-03T20:00:00Z",
            "  macro-edge index EUR-inflation",
            "  macro-edge index EUR-inflation --change --from 2021-08-01 --to 2021-09-01",
            "  macro-edge index US-growth --from 2012-01-01T00:00:00Z --format csv > us-growth.csv"
        })
final class IndexCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of(
            "index",
            "as_of",
            "name",
            "areas",
            "categories",
            "mode",
            "z",
            "change_day",
            "change_week",
            "coverage",
            "indicators",
            "live",
            "only_indicator",
            "reason");

    @Parameters(paramLabel = "INDEX", arity = "0..1", description = "For example US, EMU, EUR-inflation or GB-growth.")
    private @Nullable String index;

    @Mixin
    private final ReadOptions options = new ReadOptions();

    @Mixin
    private final PeriodOptions period = new PeriodOptions();

    @Option(
            names = "--change",
            description =
                    "Why it changed from --from (default: 24 hours before its end) to --to, in steps that add up.")
    private boolean change;

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    IndexCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ReadRunner runner = new ReadRunner(spec, clock, options);
        if (index == null) {
            if (period.isGiven() || change) {
                throw missingIndex();
            }
            return runner.show(all(runner));
        }
        String id = ResolvedId.index(index);
        if (change) {
            if (period.hasGrid()) {
                throw CommandMessage.OF_ALL_ALONE.exception("--at", "history of an index");
            }
            return runner.show(change(runner, id));
        }
        return period.isGiven() ? runner.show(history(runner, id)) : runner.show(explanation(runner, id));
    }

    private MissingParameterException missingIndex() {
        CommandSpec command = Objects.requireNonNull(spec);
        return new MissingParameterException(
                command.commandLine(), command.positionalParameters().getFirst(), "");
    }

    private Read<IndexList> all(ReadRunner runner) {
        return new Read<>(
                "indices",
                Map.of(),
                IndexList.class,
                runner.store(session -> answers(session).list(options.asOf())),
                answer -> answer.header().answer(),
                COLUMNS,
                answer ->
                        answer.items().stream().map(item -> cells(answer, item)).toList(),
                IndexTables::print);
    }

    private Read<IndexExplanation> explanation(ReadRunner runner, String id) {
        return IndexExplanationRead.of(
                id, runner.store(session -> answers(session).explanation(id, options.asOf())));
    }

    private Read<IndexHistory> history(ReadRunner runner, String id) {
        return IndexHistoryRead.of(
                id,
                period.parameters(),
                runner.store(session ->
                        answers(session).history(id, options.asOf(), period.start(), period.end(), period.grid())));
    }

    private Read<IndexWaterfall> change(ReadRunner runner, String id) {
        Map<String, @Nullable String> parameters = period.parameters();
        parameters.remove("at");
        return new Read<>(
                "indices/" + id + "/change",
                parameters,
                IndexWaterfall.class,
                runner.store(session -> answers(session).change(id, options.asOf(), period.start(), period.end())),
                answer -> answer.header().answer(),
                WaterfallColumns.after("index", "from", "to"),
                answer -> answer.steps().stream()
                        .map(step -> WaterfallColumns.cells(step, answer.index(), answer.from(), answer.to()))
                        .toList(),
                ChangeTable::print);
    }

    private IndexAnswers answers(Session session) {
        return session.get(LatestIndices.class).at(options.recordedAt());
    }

    private static List<@Nullable Object> cells(IndexList answer, IndexItem item) {
        return Arrays.asList(
                item.index(),
                answer.header().answer().asOf(),
                item.name(),
                String.join(" ", item.areas()),
                String.join(" ", item.categories()),
                item.mode(),
                item.z(),
                item.change().day(),
                item.change().week(),
                item.coverage(),
                item.indicators(),
                item.live(),
                item.onlyIndicator(),
                item.reason());
    }
}
