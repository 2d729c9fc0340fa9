package org.macroedge.server.cli;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.calendar.CalendarAnswers;
import org.macroedge.server.cli.tables.EventRiskTables;
import org.macroedge.server.eventrisk.EventRiskQuestion;
import org.macroedge.server.eventrisk.LatestEventRisk;
import org.macroedge.server.eventrisk.ServerTime;
import org.macroedge.server.eventrisk.view.EventRisk;
import org.macroedge.server.eventrisk.view.NoTradeWindow;
import org.macroedge.server.eventrisk.view.NoTradeWindows;
import org.macroedge.server.eventrisk.view.RiskRelease;
import org.macroedge.server.platform.query.ResolvedId;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.platform.time.Instants;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints whether a release that matters for an instrument is near, or the windows without trades of a period.
@Command(
        name = "event-risk",
        description = "Whether a release that matters for an instrument is near, or the windows without trades around"
                + " the releases of a period.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge event-risk EURUSD                              within 30 minutes of now",
            "  macro-edge event-risk EURUSD --as-of 2021-09-03T12:15Z --before 60",
            "  macro-edge event-risk EURUSD --from 2021-01-01 --to 2021-12-31 --server-time new-york+7 --format csv",
            "",
            "A release matters if the weight set weighs its indicator for the instrument. One that is due may come at"
                    + " any moment.",
            "With --from, --to or --server-time, the windows are printed; a window before a release assumes that its"
                    + " time was known in advance."
        })
final class EventRiskCommand implements Callable<Integer> {

    private static final List<String> RELEASES =
            List.of("release_id", "indicator", "region", "importance", "state", "released_at", "seconds_away");

    private static final List<String> WINDOWS =
            List.of("starts_at", "ends_at", "starts_at_server", "ends_at_server", "importance", "indicators");

    @Parameters(paramLabel = "INSTRUMENT", description = "For example EURUSD.")
    private String instrument = "";

    @Option(
            names = "--before",
            paramLabel = "MINUTES",
            defaultValue = EventRiskQuestion.HALF_AN_HOUR,
            description = "Minutes before a release, at most a day (default: ${DEFAULT-VALUE}).")
    private int before;

    @Option(
            names = "--after",
            paramLabel = "MINUTES",
            defaultValue = EventRiskQuestion.HALF_AN_HOUR,
            description = "Minutes after a release, at most a day (default: ${DEFAULT-VALUE}).")
    private int after;

    @Option(
            names = "--importance",
            paramLabel = "1-3",
            defaultValue = EventRiskQuestion.MOST_IMPORTANT,
            description = "Leave out what matters less (default: ${DEFAULT-VALUE}).")
    private int importance;

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description = "Print the windows of a period: its start; a date means its start in UTC.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "INSTANT",
            description = "Print the windows of a period: its end; a date means its end in UTC.")
    private @Nullable String to;

    @Option(
            names = "--server-time",
            paramLabel = "TIME",
            description = "With windows: the clock of a trading server, such as +02:00, Europe/Athens or new-york+7.")
    private @Nullable String serverTime;

    @Mixin
    private final ReadOptions options = new ReadOptions();

    @Mixin
    private final WeightSetOption weights = new WeightSetOption();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    EventRiskCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ReadRunner runner = new ReadRunner(spec, clock, options);
        OptionRange.check("--importance", importance, CalendarAnswers.MOST_IMPORTANT);
        EventRiskQuestion question = new EventRiskQuestion(
                ResolvedId.instrument(instrument),
                EventRiskQuestion.minutes("--before", before),
                EventRiskQuestion.minutes("--after", after),
                importance);
        if (from == null && to == null && serverTime == null) {
            return runner.show(near(runner, question));
        }
        ServerTime server = serverTime == null ? null : ServerTime.of("--server-time", serverTime);
        CalendarSpan span = new CalendarSpan(Instants.readStart("--from", from), Instants.read("--to", to));
        return runner.show(windows(runner, question, span, server));
    }

    private Read<EventRisk> near(ReadRunner runner, EventRiskQuestion question) {
        return new Read<>(
                "event-risk",
                parameters(question),
                EventRisk.class,
                runner.store(session -> session.get(LatestEventRisk.class)
                        .at(options.recordedAt())
                        .near(question, options.asOf(), weights.id)),
                EventRisk::header,
                RELEASES,
                answer ->
                        answer.releases().stream().map(EventRiskCommand::cells).toList(),
                EventRiskTables::print);
    }

    private Read<NoTradeWindows> windows(
            ReadRunner runner, EventRiskQuestion question, CalendarSpan span, @Nullable ServerTime server) {
        Map<String, @Nullable String> parameters = parameters(question);
        parameters.put("from", ReadRunner.text(span.from()));
        parameters.put("to", ReadRunner.text(span.to()));
        parameters.put("serverTime", serverTime);
        return new Read<>(
                "event-risk/windows",
                parameters,
                NoTradeWindows.class,
                runner.store(session -> session.get(LatestEventRisk.class)
                        .at(options.recordedAt())
                        .windows(question, span.from(), span.to(), server, options.asOf(), weights.id)),
                NoTradeWindows::header,
                WINDOWS,
                answer -> answer.items().stream().map(EventRiskCommand::cells).toList(),
                EventRiskTables::print);
    }

    private Map<String, @Nullable String> parameters(EventRiskQuestion question) {
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("instrument", question.instrument());
        parameters.put("before", String.valueOf(before));
        parameters.put("after", String.valueOf(after));
        parameters.put("importance", String.valueOf(importance));
        parameters.put(WeightedQuery.WEIGHT_SET, weights.id);
        return parameters;
    }

    private static List<@Nullable Object> cells(RiskRelease release) {
        return Arrays.asList(
                release.releaseId(),
                release.indicator(),
                release.region(),
                release.importance(),
                release.state(),
                release.releasedAt(),
                release.secondsAway());
    }

    private static List<@Nullable Object> cells(NoTradeWindow window) {
        return Arrays.asList(
                window.startsAt(),
                window.endsAt(),
                window.startsAtServer(),
                window.endsAtServer(),
                window.importance(),
                String.join(" ", window.indicators()));
    }
}
