package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.calendar.LatestCalendar;
import org.macroedge.server.calendar.view.CalendarAnswer;
import org.macroedge.server.calendar.view.CalendarItem;
import org.macroedge.server.platform.time.Instants;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Prints what was released and what is to come.
@Command(
        name = "calendar",
        description = "What was released, with surprise and z, and what is to come: scheduled, delayed or expected.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge calendar --as-of 2021-09-03T20:00:00Z --region US --importance 3",
            "  macro-edge calendar --from 2021-01-01T00:00:00Z --to 2021-12-31T00:00:00Z --format csv",
            "",
            "With --as-of, the calendar is the one known then: what had been released, and the schedules captured by"
                    + " then.",
            "Where no schedule of an indicator was captured, the catalogue's cadence gives its next releases: expected."
        })
final class CalendarCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of(
            "release_id",
            "indicator",
            "region",
            "importance",
            "state",
            "released_at",
            "actual",
            "forecast",
            "forecast_kind",
            "previous",
            "surprise",
            "z",
            "marks");

    @Mixin
    private final ReadOptions options = new ReadOptions();

    @Option(names = "--from", paramLabel = "INSTANT", description = "Start of the span (default: 7 days before).")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "INSTANT", description = "End of the span (default: 7 days after).")
    private @Nullable String to;

    @Option(names = "--region", paramLabel = "REGION", description = "One region alone: ${COMPLETION-CANDIDATES}.")
    private @Nullable Region region;

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
        ReadRunner runner = new ReadRunner(spec, clock, options);
        return runner.show(new Read<>(
                "calendar",
                parameters(),
                CalendarAnswer.class,
                runner.store(session -> session.get(LatestCalendar.class)
                        .at(options.recordedAt())
                        .between(
                                options.asOf(),
                                Instants.read("--from", from),
                                Instants.read("--to", to),
                                region,
                                importance)),
                COLUMNS,
                answer -> answer.items().stream().map(CalendarCommand::cells).toList(),
                CalendarCommand::table));
    }

    private Map<String, @Nullable String> parameters() {
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("from", Instants.read("--from", from) == null ? null : from);
        parameters.put("to", Instants.read("--to", to) == null ? null : to);
        parameters.put("region", region == null ? null : region.code());
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
                item.releasedAt(),
                item.actual(),
                item.forecast(),
                item.forecastKind(),
                item.previous(),
                item.surprise(),
                item.z(),
                String.join(" ", item.marks()));
    }

    private static void table(PrintWriter out, CalendarAnswer answer) {
        Tables.heading(out, answer.header());
        out.printf(
                "%-20s %-2s %-36s %-3s %14s %15s %14s %6s  %s%n",
                "released", "", "", "", "actual", "forecast", "previous", "z", "marks");
        answer.items().forEach(item -> out.println(line(item)));
        if (answer.items().isEmpty()) {
            out.println("No releases between " + answer.from() + " and " + answer.to() + ".");
        }
        if (answer.unscheduled() > 0 && answer.to().isAfter(answer.header().asOf())) {
            out.printf(
                    "%nNo schedule was captured for %d %s by then. `expected`: predicted from the catalogue's"
                            + " cadence.%n",
                    answer.unscheduled(), answer.unscheduled() == 1 ? "indicator" : "indicators");
        }
    }

    private static String line(CalendarItem item) {
        return String.format(
                        Locale.ROOT,
                        "%-20s %-2s %-36s %-3s %14s %15s %14s %6s  %s",
                        item.releasedAt(),
                        item.region(),
                        item.name(),
                        "*".repeat(item.importance()),
                        Tables.plain(item.actual()),
                        Tables.forecast(item.forecast(), item.marks()),
                        Tables.plain(item.previous()),
                        Tables.decimals(item.z()),
                        remark(item))
                .stripTrailing();
    }

    /// The state of a release that is to come; the marks of one that was published.
    private static String remark(CalendarItem item) {
        return item.actual() == null ? item.state() : String.join(" ", item.marks());
    }
}
