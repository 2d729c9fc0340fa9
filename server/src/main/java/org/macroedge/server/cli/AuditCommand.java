package org.macroedge.server.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.audit.AuditLog;
import org.macroedge.server.audit.AuditQuestion;
import org.macroedge.server.audit.view.AuditPage;
import org.macroedge.server.cli.tables.AuditTable;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.time.Instants;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Prints who changed what.
@Command(
        name = "audit",
        description = "Who changed what, and what was refused, latest first.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Every request and command that changes something leaves one row, and so does one that is refused.",
            "",
            "Examples:",
            "  macro-edge audit --from 2026-11-01",
            "  macro-edge audit --operation \"keys revoke\"",
            "  macro-edge audit --principal \"anna (key 1f3a9c02)\" --format json"
        })
final class AuditCommand implements Callable<Integer> {

    @Mixin
    private final ReportOptions options = new ReportOptions();

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description = "Start of the span; a date means its start in UTC (default: the first row).")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "INSTANT",
            description = "End of the span; a date means its end in UTC (default: the latest row).")
    private @Nullable String to;

    @Option(
            names = "--principal",
            paramLabel = "NAME",
            description = "Only rows of this caller, by its whole name as the rows have it.")
    private @Nullable String principal;

    @Option(
            names = "--operation",
            paramLabel = "NAME",
            description = "Only rows of this operation: an operationId of the API, or the words of a command.")
    private @Nullable String operation;

    @Option(
            names = "--before",
            paramLabel = "NUMBER",
            description = "Only rows with a lower number, to go on from a page.")
    private @Nullable Long before;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "At most so many, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int limit;

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    AuditCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        OptionRange.check("--limit", limit, AuditQuestion.MOST);
        AuditQuestion.checkPrincipal("--principal", principal);
        AuditQuestion.checkOperation("--operation", operation);
        Long number = before;
        if (number != null && number < 1) {
            throw InvalidValue.of("--before", number, List.of("1 and more"));
        }
        Instant start = Instants.readStart("--from", from);
        Instant end = Instants.read("--to", to);
        AuditQuestion question = new AuditQuestion(start, end, principal, operation, number, limit);
        Console console = Console.of(spec);
        AuditPage page = HomeAccess.ask(
                options.home,
                clock,
                console,
                server -> server.get("audit", parameters(question), AuditPage.class),
                session -> session.get(AuditLog.class).page(question));
        options.print(console, page, AuditTable::print);
        return 0;
    }

    private static Map<String, @Nullable String> parameters(AuditQuestion question) {
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("from", ReadRunner.text(question.from()));
        parameters.put("to", ReadRunner.text(question.to()));
        parameters.put("principal", question.principal());
        parameters.put("operation", question.operation());
        parameters.put("before", question.before() == null ? null : String.valueOf(question.before()));
        parameters.put("limit", String.valueOf(question.limit()));
        return parameters;
    }
}
