package org.macroedge.server.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.calendar.CalendarAnswers;
import org.macroedge.server.calendar.LatestCalendar;
import org.macroedge.server.calendar.view.CalendarAnswer;
import org.macroedge.server.calendar.view.CalendarItem;
import org.macroedge.server.cli.tables.CalendarTable;
import org.macroedge.server.cli.usage.CommandMessage;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.time.Instants;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints what was released and what is to come.
@Command(
        name = "calendar",
        description =
                "What was released, with surprise and z, what is to come, and what is due, late, missing or cancelled.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge calendar today                                 releases of the day of the answer",
            "  macro-edge calendar 2021-09-03 --region US --importance 3",
            "  macro-edge calendar --as-of 2021-09-03T20:00Z             the week before and the week after",
            "  macro-edge calendar --from 2021-01-01 --to 2021-12-31 --format csv",
            "",
            "With --as-of, the calendar is the one known then: what had been released, and the schedules captured by"
                    + " then.",
            "Where no schedule of an indicator was captured, the catalogue's cadence gives its next releases: expected,"
                    + " about that day.",
            "A release is due from its time on, late a day later, and missing after a whole period. The last lines"
                    + " count what of the 100 days before has no figure."
        })
final class CalendarCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of(
            "release_id",
            "indicator",
            "region",
            "importance",
            "state",
            "state_reason",
            "released_at",
            "actual",
            "forecast",
            "forecast_kind",
            "previous",
            "surprise",
            "z",
            "reason",
            "marks");

    @Mixin
    private final ReadOptions options = new ReadOptions();

    @Parameters(
            paramLabel = "DAY",
            arity = "0..1",
            description = "One day in the reader's zone: today, yesterday, tomorrow or a date. Today is the day of the"
                    + " answer: of --as-of, or of the last release where the data are old.")
    private @Nullable String day;

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description = "Start of the span; a date means its start in UTC (default: 7 days before).")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "INSTANT",
            description = "End of the span; a date means its end in UTC (default: 7 days after).")
    private @Nullable String to;

    @Mixin
    private final RegionOption region = new RegionOption();

    @Option(
            names = "--importance",
            paramLabel = "1-3",
            defaultValue = "1",
            description = "Leave out what matters less (default: ${DEFAULT-VALUE}).")
    private int importance;

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    CalendarCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        OptionRange.check("--importance", importance, CalendarAnswers.MOST_IMPORTANT);
        ReadRunner runner = new ReadRunner(spec, clock, options);
        return runner.show(read(runner, day == null ? span() : span(runner, day), importance));
    }

    private CalendarSpan span() {
        return new CalendarSpan(Instants.readStart("--from", from), Instants.read("--to", to));
    }

    /// The span of a day. What today is depends on the instant of the answer, which a first question finds out.
    private CalendarSpan span(ReadRunner runner, String day) {
        if (from != null || to != null) {
            throw CommandMessage.DAY_AND_SPAN.exception(ShownText.of(day));
        }
        ZoneId zone = options.page(Console.of(spec)).times().zone();
        return CalendarSpan.of(day, zone, () -> asOf(runner));
    }

    private Instant asOf(ReadRunner runner) {
        Instant given = options.asOf();
        return given != null
                ? given
                : runner.ask(read(runner, new CalendarSpan(null, null), CalendarAnswers.MOST_IMPORTANT))
                        .header()
                        .asOf();
    }

    private Read<CalendarAnswer> read(ReadRunner runner, CalendarSpan span, int importance) {
        return new Read<>(
                "calendar",
                parameters(span, importance),
                CalendarAnswer.class,
                runner.store(session -> session.get(LatestCalendar.class)
                        .at(options.recordedAt())
                        .between(options.asOf(), span.from(), span.to(), region.region, importance)),
                CalendarAnswer::header,
                COLUMNS,
                answer -> answer.items().stream().map(CalendarCommand::cells).toList(),
                CalendarTable::print);
    }

    private Map<String, @Nullable String> parameters(CalendarSpan span, int importance) {
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("from", ReadRunner.text(span.from()));
        parameters.put("to", ReadRunner.text(span.to()));
        parameters.put("region", region.code());
        parameters.put("importance", String.valueOf(importance));
        return parameters;
    }

    private static List<@Nullable Object> cells(CalendarItem item) {
        return Arrays.asList(
                item.releaseId(),
                item.indicator(),
                item.region(),
                item.importance(),
                item.state(),
                item.stateReason(),
                item.releasedAt(),
                item.actual(),
                item.forecast(),
                item.forecastKind(),
                item.previous(),
                item.surprise(),
                item.z(),
                item.reason(),
                String.join(" ", item.marks()));
    }
}
