package org.macroedge.server.cli;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.audit.AuditLog;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.tables.SuspectsTable;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.query.ResolvedId;
import org.macroedge.server.releases.StatedVerdict;
import org.macroedge.server.releases.verdicts.VerdictRequest;
import org.macroedge.server.releases.verdicts.VerdictResult;
import org.macroedge.server.releases.verdicts.Verdicts;
import org.macroedge.server.surprises.Suspects;
import org.macroedge.server.surprises.view.SuspectItem;
import org.macroedge.server.surprises.view.SuspectList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// States what a person knows about a release.
@Command(
        name = "release",
        description =
                "Lists the releases that look wrong; states that one is confirmed, doubtful, cancelled or withdrawn, or"
                        + " takes that back.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(suspects | confirm | doubt | cancel | withdraw | reopen)",
        footer = {
            "",
            "Each statement is a batch: `import list` shows it, and `import undo` takes it back.",
            "",
            "Examples:",
            "  macro-edge release suspects",
            "  macro-edge release doubt us-nonfarm-payrolls@2021-09-03 --reason \"typo in the source\""
        })
final class ReleaseCommand extends CommandGroup {

    private static final List<String> SUSPECTS = List.of(
            "kind",
            "release_id",
            "indicator",
            "region",
            "released_at",
            "actual",
            "forecast",
            "previous",
            "next_previous",
            "z_raw",
            "source");

    private final Clock clock;

    ReleaseCommand(Clock clock) {
        this.clock = clock;
    }

    /// What every statement needs.
    static final class StatementOptions {

        @Mixin
        private ReportOptions report = new ReportOptions();

        @Parameters(
                paramLabel = "RELEASE",
                description = "Its id in `calendar` or `indicators INDICATOR --format csv`.")
        private String release = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, in one line.")
        private String reason = "";
    }

    @Command(
            name = "suspects",
            description =
                    "The releases more than ten \u03c3 from their forecasts that nobody has judged, the latest first.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge release suspects --as-of 2021-12-31"})
    int suspects(@Mixin ReadOptions options) {
        ReadRunner runner = new ReadRunner(spec, clock, options);
        return runner.show(new Read<>(
                "suspects",
                Map.of(),
                SuspectList.class,
                runner.store(session -> session.get(Suspects.class).list(options.asOf(), options.recordedAt())),
                SuspectList::header,
                SUSPECTS,
                answer -> answer.items().stream().map(ReleaseCommand::cells).toList(),
                SuspectsTable::print));
    }

    private static List<@Nullable Object> cells(SuspectItem item) {
        return Arrays.asList(
                item.kind(),
                item.releaseId(),
                item.indicator(),
                item.region(),
                item.releasedAt(),
                item.actual(),
                item.forecast(),
                item.previous(),
                item.nextPrevious(),
                item.zRaw(),
                item.source());
    }

    @Command(
            name = "confirm",
            description = "The figure is right: a suspect release counts.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Example: macro-edge release confirm us-nonfarm-payrolls@2021-09-03 --reason \"checked against the"
                        + " publisher\""
            })
    int confirm(@Mixin StatementOptions options) {
        return state(StatedVerdict.CONFIRM, options);
    }

    @Command(
            name = "doubt",
            description = "The figure is probably wrong: the release does not count.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Example: macro-edge release doubt us-nonfarm-payrolls@2021-09-03 --reason \"typo in the source\""
            })
    int doubt(@Mixin StatementOptions options) {
        return state(StatedVerdict.DOUBT, options);
    }

    @Command(
            name = "cancel",
            description = "The release did not take place: it does not count.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge release cancel us-nonfarm-payrolls@2021-09-03 --reason \"called off\""})
    int cancel(@Mixin StatementOptions options) {
        return state(StatedVerdict.CANCEL, options);
    }

    @Command(
            name = "withdraw",
            description = "The publisher withdrew the figure: the release does not count.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Example: macro-edge release withdraw us-nonfarm-payrolls@2021-09-03 --reason \"the publisher took it"
                        + " back\""
            })
    int withdraw(@Mixin StatementOptions options) {
        return state(StatedVerdict.WITHDRAW, options);
    }

    @Command(
            name = "reopen",
            description = "Takes the last verdict back.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge release reopen us-nonfarm-payrolls@2021-09-03 --reason \"settled\""})
    int reopen(@Mixin StatementOptions options) {
        return state(StatedVerdict.REOPEN, options);
    }

    private int state(StatedVerdict stated, StatementOptions options) {
        Console console = Console.of(spec);
        String release = ResolvedId.release(options.release);
        VerdictRequest request = new VerdictRequest(stated.code(), options.reason);
        VerdictResult result = HomeAccess.ask(
                options.report.home,
                clock,
                console,
                server -> Json.mapper()
                        .readValue(server.post("releases/" + release + "/statements", request), VerdictResult.class),
                session -> session.get(AuditLog.class)
                        .command(
                                "release " + stated.code(),
                                List.of(release),
                                () -> session.get(Verdicts.class).state(release, request)));
        options.report.print(console, result, ReleaseCommand::print);
        return 0;
    }

    private static void print(Page page, VerdictResult result) {
        page.text(result.releaseId() + " is " + result.state() + ". Batch " + result.batch() + "; `import undo "
                + result.batch() + "` takes the statement back.");
    }
}
