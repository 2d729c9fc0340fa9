package org.macroedge.server.cli;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.app.Session;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.remote.ServerClient;
import org.macroedge.server.cli.tables.JobTables;
import org.macroedge.server.jobs.Jobs;
import org.macroedge.server.jobs.view.JobItem;
import org.macroedge.server.jobs.view.JobList;
import org.macroedge.server.jobs.view.JobRunItem;
import org.macroedge.server.jobs.view.JobRunList;
import org.macroedge.server.platform.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
final class JobsCommand implements Runnable {

    private static final String SUCCEEDED = "succeeded";

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    JobsCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        Console.of(spec)
                .out()
                .println(Objects.requireNonNull(spec).commandLine().getUsageMessage());
    }

    /// What every command needs.
    static final class JobOptions {

        @Mixin
        private HomeOptions home = new HomeOptions();

        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                defaultValue = "table",
                description = "table or json (default: ${DEFAULT-VALUE}).")
        private ReportFormat format = ReportFormat.TABLE;
    }

    @Command(
            name = "list",
            description = "Every job: when it runs, and its latest run.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge jobs list"})
    int list(@Mixin JobOptions options) {
        return show(options, server -> server.get("jobs", Map.of(), JobList.class), Jobs::list, JobTables::print);
    }

    @Command(
            name = "history",
            description = "The latest runs, latest first.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge jobs history rolling_stats --limit 5"})
    int history(
            @Mixin JobOptions options,
            @Parameters(arity = "0..1", paramLabel = "JOB", description = "Only its runs (default: of all jobs).")
                    @Nullable
                    String job,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "At most so many, 1 to 1000 (default: ${DEFAULT-VALUE}).")
                    int limit) {
        Map<String, @Nullable String> parameters = new HashMap<>();
        String name = job == null ? null : ResolvedId.job(job);
        parameters.put("job", name);
        parameters.put("limit", String.valueOf(limit));
        return show(
                options,
                server -> server.get("jobs/history", parameters, JobRunList.class),
                jobs -> jobs.history(name, limit),
                JobTables::print);
    }

    @Command(
            name = "run",
            description = "Runs a job now, and waits for its end. Status 1 where it fails.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge jobs run rolling_stats"})
    int run(
            @Mixin JobOptions options,
            @Parameters(paramLabel = "JOB", description = "Its name in `jobs list`.") String job) {
        String name = ResolvedId.job(job);
        JobRunItem run = answer(
                options,
                server -> Json.mapper().readValue(server.post("jobs/" + name + "/run", Map.of()), JobRunItem.class),
                jobs -> jobs.run(name));
        print(options, run, (page, ended) -> page.text(ended.job() + " " + ended.outcome() + ": " + ended.result()));
        return run.outcome().equals(SUCCEEDED) ? 0 : 1;
    }

    @Command(
            name = "pause",
            description = "Keeps a job from running by the clock and after others.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge jobs pause rolling_stats"})
    int pause(
            @Mixin JobOptions options,
            @Parameters(paramLabel = "JOB", description = "Its name in `jobs list`.") String job) {
        return change(options, ResolvedId.job(job), "pause", Jobs::pause);
    }

    @Command(
            name = "resume",
            description = "Ends the pause of a job.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge jobs resume rolling_stats"})
    int resume(
            @Mixin JobOptions options,
            @Parameters(paramLabel = "JOB", description = "Its name in `jobs list`.") String job) {
        return change(options, ResolvedId.job(job), "resume", Jobs::resume);
    }

    private int change(JobOptions options, String job, String change, BiFunction<Jobs, String, JobItem> store) {
        return show(
                options,
                server -> Json.mapper().readValue(server.post("jobs/" + job + "/" + change, Map.of()), JobItem.class),
                jobs -> store.apply(jobs, job),
                JobTables::print);
    }

    private <T> int show(
            JobOptions options,
            Function<ServerClient, @Nullable T> server,
            Function<Jobs, T> store,
            BiConsumer<Page, T> table) {
        print(options, answer(options, server, store), table);
        return 0;
    }

    private <T> T answer(JobOptions options, Function<ServerClient, @Nullable T> server, Function<Jobs, T> store) {
        Supplier<T> local = () -> {
            try (Session session = Session.open(options.home.settings(), clock, Console.of(spec)::note)) {
                return store.apply(session.get(Jobs.class));
            }
        };
        return HomeAccess.ask(options.home, server, local);
    }

    private <T> void print(JobOptions options, T answer, BiConsumer<Page, T> table) {
        Console console = Console.of(spec);
        if (options.format == ReportFormat.JSON) {
            console.out().println(Json.text(answer));
        } else {
            table.accept(console.page(), answer);
        }
        console.out().flush();
    }
}
