package org.macroedge.server.cli;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.app.Session;
import org.macroedge.server.audit.AuditLog;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.remote.ServerClient;
import org.macroedge.server.cli.tables.JobTables;
import org.macroedge.server.jobs.Jobs;
import org.macroedge.server.jobs.view.JobItem;
import org.macroedge.server.jobs.view.JobList;
import org.macroedge.server.jobs.view.JobRunItem;
import org.macroedge.server.jobs.view.JobRunList;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.query.ResolvedId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows the jobs and their runs, and runs or pauses one.
@Command(
        name = "jobs",
        description = "Work by the clock: when it runs, what it did, and running it by hand.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | history | run | pause | resume)",
        footer = {
            "",
            "A running server runs the jobs. Without one, `jobs run` does it here.",
            "",
            "Examples:",
            "  macro-edge jobs list",
            "  macro-edge jobs run rolling_stats"
        })
final class JobsCommand extends CommandGroup {

    private static final String SUCCEEDED = "succeeded";

    private final Clock clock;

    JobsCommand(Clock clock) {
        this.clock = clock;
    }

    @Command(
            name = "list",
            description = "Every job: when it runs, and its latest run.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge jobs list"})
    int list(@Mixin ReportOptions options) {
        return show(
                options,
                server -> server.get("jobs", Map.of(), JobList.class),
                session -> jobs(session).list(),
                JobTables::print);
    }

    @Command(
            name = "history",
            description = "The latest runs, latest first.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge jobs history rolling_stats --limit 5"})
    int history(
            @Mixin ReportOptions options,
            @Parameters(arity = "0..1", paramLabel = "JOB", description = "Only its runs (default: of all jobs).")
                    @Nullable
                    String job,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "At most so many, 1 to 1000 (default: ${DEFAULT-VALUE}).")
                    int limit) {
        OptionRange.check("--limit", limit, Jobs.MOST_RUNS);
        Map<String, @Nullable String> parameters = new HashMap<>();
        String name = job == null ? null : ResolvedId.job(job);
        parameters.put("job", name);
        parameters.put("limit", String.valueOf(limit));
        return show(
                options,
                server -> server.get("jobs/history", parameters, JobRunList.class),
                session -> jobs(session).history(name, limit),
                JobTables::print);
    }

    @Command(
            name = "run",
            description = "Runs a job now, and waits for its end. Status 1 where it fails.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge jobs run rolling_stats"})
    int run(
            @Mixin ReportOptions options,
            @Parameters(paramLabel = "JOB", description = "Its name in `jobs list`.") String job) {
        String name = ResolvedId.job(job);
        JobRunItem run = answer(
                options,
                server -> Json.mapper()
                        .readValue(server.change("POST", "jobs/" + name + "/run", Map.of(), null), JobRunItem.class),
                session -> session.get(AuditLog.class)
                        .command("jobs run", List.of(name), () -> jobs(session).run(name)));
        options.print(
                Console.of(spec),
                run,
                (page, ended) -> page.text(ended.job() + " " + ended.outcome() + ": " + ended.result()));
        return run.outcome().equals(SUCCEEDED) ? 0 : 1;
    }

    @Command(
            name = "pause",
            description = "Keeps a job from running by the clock and after others.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge jobs pause rolling_stats"})
    int pause(
            @Mixin ReportOptions options,
            @Parameters(paramLabel = "JOB", description = "Its name in `jobs list`.") String job) {
        return change(options, ResolvedId.job(job), "pause", Jobs::pause);
    }

    @Command(
            name = "resume",
            description = "Ends the pause of a job.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge jobs resume rolling_stats"})
    int resume(
            @Mixin ReportOptions options,
            @Parameters(paramLabel = "JOB", description = "Its name in `jobs list`.") String job) {
        return change(options, ResolvedId.job(job), "resume", Jobs::resume);
    }

    private int change(ReportOptions options, String job, String change, BiFunction<Jobs, String, JobItem> store) {
        return show(
                options,
                server -> Json.mapper()
                        .readValue(server.change("POST", "jobs/" + job + "/" + change, Map.of(), null), JobItem.class),
                session -> session.get(AuditLog.class)
                        .command("jobs " + change, List.of(job), () -> store.apply(jobs(session), job)),
                JobTables::print);
    }

    private <T> int show(
            ReportOptions options,
            Function<ServerClient, @Nullable T> server,
            Function<Session, T> store,
            BiConsumer<Page, T> table) {
        options.print(Console.of(spec), answer(options, server, store), table);
        return 0;
    }

    private <T> T answer(
            ReportOptions options, Function<ServerClient, @Nullable T> server, Function<Session, T> store) {
        return HomeAccess.ask(options.home, clock, Console.of(spec), server, store);
    }

    private static Jobs jobs(Session session) {
        return session.get(Jobs.class);
    }
}
