package org.macroedge.server.cli;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.app.Session;
import org.macroedge.server.cli.tables.IndicatorsTable;
import org.macroedge.server.cli.usage.CommandMessage;
import org.macroedge.server.platform.query.ResolvedId;
import org.macroedge.server.surprises.IndicatorAnswers;
import org.macroedge.server.surprises.LatestIndicators;
import org.macroedge.server.surprises.view.IndicatorItem;
import org.macroedge.server.surprises.view.IndicatorList;
import org.macroedge.server.surprises.view.IndicatorReleases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints every indicator with its last release, or every release of one.
@Command(
        name = "indicators",
        description = "Every indicator of the catalogue with its last release, or every release of one.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge indicators --as-of 2021-09-03T12:30:00Z",
            "  macro-edge indicators --overdue",
            "  macro-edge indicators us-nonfarm-payrolls --format csv"
        })
final class IndicatorsCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of(
            "indicator",
            "name",
            "region",
            "category",
            "unit",
            "frequency",
            "polarity",
            "importance",
            "group",
            "stage",
            "releases",
            "last_released_at",
            "last_actual",
            "last_forecast",
            "last_z",
            "last_marks",
            "overdue");

    @Parameters(
            paramLabel = "INDICATOR",
            arity = "0..1",
            description = "The releases of one, for example us-nonfarm-payrolls.")
    private @Nullable String indicator;

    @Option(
            names = "--overdue",
            description = "Only indicators in force that have had no release for twice their period.")
    private boolean overdue;

    @Mixin
    private final ReadOptions options = new ReadOptions();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    IndicatorsCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (overdue && (indicator != null || options.format == ReadOptions.Format.JSON)) {
            throw CommandMessage.OF_ALL_ALONE.exception("--overdue", "table and the CSV of all indicators");
        }
        ReadRunner runner = new ReadRunner(spec, clock, options);
        return indicator == null
                ? runner.show(all(runner))
                : runner.show(releases(runner, ResolvedId.indicator(indicator)));
    }

    private Read<IndicatorReleases> releases(ReadRunner runner, String id) {
        return IndicatorReleasesRead.of(
                id, runner.store(session -> answers(session).releases(id, options.asOf())));
    }

    private Read<IndicatorList> all(ReadRunner runner) {
        return new Read<>(
                "indicators",
                Map.of(),
                IndicatorList.class,
                runner.store(session -> answers(session).list(options.asOf())),
                IndicatorList::header,
                COLUMNS,
                answer -> chosen(answer).stream().map(IndicatorsCommand::cells).toList(),
                (page, answer) -> IndicatorsTable.print(page, answer, chosen(answer)));
    }

    private IndicatorAnswers answers(Session session) {
        return session.get(LatestIndicators.class).at(options.recordedAt());
    }

    private static List<@Nullable Object> cells(IndicatorItem item) {
        return Arrays.asList(
                item.indicator(),
                item.name(),
                item.region(),
                item.category(),
                item.unit(),
                item.frequency(),
                item.polarity(),
                item.importance(),
                item.group(),
                item.stage(),
                item.releases(),
                item.lastReleasedAt(),
                item.lastActual(),
                item.lastForecast(),
                item.lastZ(),
                String.join(" ", item.lastMarks()),
                item.overdue());
    }

    private List<IndicatorItem> chosen(IndicatorList answer) {
        return answer.items().stream()
                .filter(item -> !overdue || item.overdue())
                .toList();
    }
}
