package org.macroedge.server.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.alerts.AlertLog;
import org.macroedge.server.alerts.AlertQuestion;
import org.macroedge.server.alerts.view.AlertPage;
import org.macroedge.server.alerts.view.ChannelTest;
import org.macroedge.server.app.Session;
import org.macroedge.server.audit.AuditLog;
import org.macroedge.server.cli.remote.ServerClient;
import org.macroedge.server.cli.tables.AlertTables;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.query.ResolvedId;
import org.macroedge.server.platform.time.Instants;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints the alerts that were raised, and tests a channel.
@Command(
        name = "alerts",
        description = "What was raised by the rules of the file that MACRO_EDGE_ALERTS names.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | test)",
        footer = {
            "",
            "A running server raises alerts and sends them. Without that variable there are none.",
            "",
            "Examples:",
            "  macro-edge alerts list --rule flips",
            "  macro-edge alerts test desk"
        })
final class AlertsCommand extends CommandGroup {

    private final Clock clock;

    AlertsCommand(Clock clock) {
        this.clock = clock;
    }

    @Command(
            name = "list",
            description = "The alerts that were raised, latest first, and what became of each.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge alerts list --from 2026-11-27 --rule flips"})
    int list(
            @Mixin ReportOptions options,
            @Option(
                            names = "--rule",
                            paramLabel = "ID",
                            description = "Only alerts of this rule, by its id in the file of alerts.")
                    @Nullable
                    String rule,
            @Option(
                            names = "--from",
                            paramLabel = "INSTANT",
                            description = "Only alerts raised then or later; a date means its start in UTC.")
                    @Nullable
                    String from,
            @Option(
                            names = "--to",
                            paramLabel = "INSTANT",
                            description = "Only alerts raised then or earlier; a date means its end in UTC.")
                    @Nullable
                    String to,
            @Option(
                            names = "--before",
                            paramLabel = "NUMBER",
                            description = "Only alerts with a lower number, to go on from a page.")
                    @Nullable
                    Long before,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "100",
                            description = "At most so many, 1 to 1000 (default: ${DEFAULT-VALUE}).")
                    int limit) {
        OptionRange.check("--limit", limit, AlertQuestion.MOST);
        AlertQuestion.checkRule("--rule", rule);
        if (before != null && before < 1) {
            throw InvalidValue.of("--before", before, List.of("1 and more"));
        }
        Instant start = Instants.readStart("--from", from);
        AlertQuestion question = new AlertQuestion(rule, start, Instants.read("--to", to), before, limit);
        AlertPage page = answer(
                options,
                server -> server.get("alerts", parameters(question), AlertPage.class),
                session -> session.get(AlertLog.class).page(question));
        options.print(Console.of(spec), page, AlertTables::print);
        return 0;
    }

    private static Map<String, @Nullable String> parameters(AlertQuestion question) {
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("rule", question.rule());
        parameters.put("from", ReadRunner.text(question.from()));
        parameters.put("to", ReadRunner.text(question.to()));
        parameters.put("before", question.before() == null ? null : String.valueOf(question.before()));
        parameters.put("limit", String.valueOf(question.limit()));
        return parameters;
    }

    @Command(
            name = "test",
            description = "Sends a test message to a channel, and says whether it was taken.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge alerts test desk"})
    int test(
            @Mixin ReportOptions options,
            @Parameters(paramLabel = "CHANNEL", description = "Its id in the file of alerts.") String channel) {
        String id = ResolvedId.channel(channel);
        ChannelTest tested = answer(
                options,
                server -> Json.mapper()
                        .readValue(
                                server.change("POST", "alerts/channels/" + id + "/test", Map.of(), null),
                                ChannelTest.class),
                session -> session.get(AuditLog.class)
                        .command(
                                "alerts test",
                                List.of(id),
                                () -> session.get(AlertLog.class).test(id)));
        options.print(Console.of(spec), tested, AlertTables::print);
        return 0;
    }

    private <T> T answer(
            ReportOptions options, Function<ServerClient, @Nullable T> server, Function<Session, T> store) {
        return HomeAccess.ask(options.home, clock, Console.of(spec), server, store);
    }
}
