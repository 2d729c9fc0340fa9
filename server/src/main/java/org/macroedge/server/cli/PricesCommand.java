package org.macroedge.server.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.app.Session;
import org.macroedge.server.cli.tables.PriceTables;
import org.macroedge.server.cli.usage.CommandMessage;
import org.macroedge.server.exports.PriceColumns;
import org.macroedge.server.platform.query.ResolvedId;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.prices.LatestPrices;
import org.macroedge.server.prices.PriceAnswers;
import org.macroedge.server.prices.view.PriceHistory;
import org.macroedge.server.prices.view.PriceSeriesItem;
import org.macroedge.server.prices.view.PriceSeriesList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints every series of prices, or the daily closes of one instrument.
@Command(
        name = "prices",
        description =
                "Every series of prices in the store, or the daily closes of one instrument, by default of a year.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge prices",
            "  macro-edge prices EURUSD --from 2021-08-01 --to 2021-09-30",
            "  macro-edge prices SPX --as-of 2021-09-03T12:30Z --format csv > spx.csv"
        })
final class PricesCommand implements Callable<Integer> {

    private static final List<String> SERIES = List.of(
            "instrument",
            "source",
            "symbol",
            "inverted",
            "quote",
            "unit",
            "days",
            "close_time",
            "closes",
            "first",
            "last",
            "last_close_at",
            "attribution");

    @Parameters(paramLabel = "INSTRUMENT", arity = "0..1", description = "The closes of one, for example EURUSD.")
    private @Nullable String instrument;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "First trading date (default: a year before the last).")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last trading date (default: the last known).")
    private @Nullable String to;

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "The source of the series (default: the first of prices.yaml that has closes).")
    private @Nullable String source;

    @Mixin
    private final ReadOptions options = new ReadOptions();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    PricesCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ReadRunner runner = new ReadRunner(spec, clock, options);
        if (instrument != null) {
            return runner.show(history(runner, ResolvedId.instrument(instrument)));
        }
        refuse("--from", from);
        refuse("--to", to);
        refuse("--source", source);
        return runner.show(new Read<>(
                "prices",
                Map.of(),
                PriceSeriesList.class,
                runner.store(session -> answers(session).list(options.asOf())),
                answer -> null,
                SERIES,
                answer -> answer.items().stream().map(PricesCommand::cells).toList(),
                PriceTables::printSeries));
    }

    private static void refuse(String option, @Nullable String value) {
        if (value != null) {
            throw CommandMessage.OF_ALL_ALONE.exception(option, "closes of one instrument");
        }
    }

    private Read<PriceHistory> history(ReadRunner runner, String id) {
        Instant start = Instants.readStart("--from", from);
        Instant end = Instants.read("--to", to);
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("from", ReadRunner.text(start));
        parameters.put("to", ReadRunner.text(end));
        parameters.put("source", source);
        return new Read<>(
                "prices/" + id,
                parameters,
                PriceHistory.class,
                runner.store(session -> answers(session).history(id, options.asOf(), start, end, source)),
                answer -> null,
                PriceColumns.NAMES,
                PricesCommand::rows,
                PriceTables::print);
    }

    private PriceAnswers answers(Session session) {
        return session.get(LatestPrices.class).at(options.recordedAt());
    }

    private static List<List<@Nullable Object>> rows(PriceHistory answer) {
        return answer.points().stream()
                .map(point -> PriceColumns.cells(Objects.requireNonNull(answer.series()), point))
                .toList();
    }

    private static List<@Nullable Object> cells(PriceSeriesItem item) {
        return Arrays.asList(
                item.instrument(),
                item.source(),
                item.symbol(),
                item.inverted(),
                item.quote(),
                item.unit(),
                item.days(),
                item.close(),
                item.closes(),
                item.first(),
                item.last(),
                item.lastCloseAt(),
                item.attribution());
    }
}
