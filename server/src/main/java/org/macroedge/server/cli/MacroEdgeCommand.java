package org.macroedge.server.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.FormulaVersion;
import org.macroedge.server.cli.page.Reader;
import org.macroedge.server.cli.usage.CodeConverters;
import org.macroedge.server.platform.config.LogForm;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.log.LoggedLines;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// The command line. Exit status 0 done, 1 failed, 2 wrong usage; errors go to standard error, one line first.
@Command(
        name = "macro-edge",
        description = "Macro surprises, added up to a bias per instrument and explained down to each release.",
        mixinStandardHelpOptions = true,
        versionProvider = MacroEdgeCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Which way now, and what changed?     macro-edge bias",
            "Why?                                 macro-edge explain SPX",
            "What is released today?              macro-edge calendar today",
            "As it was known at an earlier time?  macro-edge bias --as-of 2021-09-03",
            "For a notebook?                      macro-edge export bias --from 2021-01-01 > bias.csv",
            "",
            "Without a command, macro-edge serves the board and the API at http://127.0.0.1:8080.",
            "`macro-edge COMMAND --help` explains a command, with examples."
        })
public final class MacroEdgeCommand implements Runnable {

    private static final String SERVE = "serve";
    private static final int WIDEST_HELP = 100;
    private static final int NARROWEST_HELP = 60;

    private final Reader reader;

    @CommandLine.Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    private MacroEdgeCommand(Reader reader) {
        this.reader = reader;
    }

    /// Runs the command that the arguments name. Answers are UTF-8 wherever they go, so that they are the bytes
    /// of the API.
    ///
    /// @return the exit status
    public static int run(Clock clock, String... arguments) {
        String[] words = withDefault(arguments);
        Map<String, Supplier<Object>> commands = commands(clock);
        Supplier<Object> named = commands.get(words[0]);
        // only the named command: describing all of them takes longer than most answers
        PrintWriter out = StandardOutput.open();
        PrintWriter errors = words[0].equals(SERVE) ? serverNotes() : standardError();
        int status = commandLine(named == null ? commands : Map.of(words[0], named), clock, Reader.ofProcess())
                .setOut(out)
                .setErr(errors)
                .execute(words);
        return finish(status, out, errors);
    }

    /// What is left in the buffer after a command that failed fails again, which is not worth a second line.
    private static int finish(int status, PrintWriter out, PrintWriter errors) {
        try {
            out.flush();
            return status;
        } catch (StandardOutput.Closed unread) {
            return Math.max(status, CommandErrors.FAILED);
        } catch (MacroEdgeException unwritten) {
            if (status == 0) {
                errors.println("macro-edge: " + unwritten.getMessage());
            }
            return Math.max(status, CommandErrors.FAILED);
        }
    }

    /// What a server says is part of its log where programs read that.
    private static PrintWriter serverNotes() {
        return LogForm.current() == LogForm.JSON ? new PrintWriter(new LoggedLines("macro-edge: ")) : standardError();
    }

    /// Messages are UTF-8 too: with an ASCII locale, Java would replace each other letter by `?`.
    private static PrintWriter standardError() {
        return new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8), true);
    }

    /// `serve` where no command is named, also before its `--port`. Two dashes before a command end options
    /// that are not there.
    static String[] withDefault(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("--")) {
            return withDefault(Arrays.copyOfRange(arguments, 1, arguments.length));
        }
        if (arguments.length > 0 && !arguments[0].startsWith("--port")) {
            return arguments;
        }
        return Stream.concat(Stream.of(SERVE), Stream.of(arguments)).toArray(String[]::new);
    }

    /// The commands for a program that reads a pipe.
    public static CommandLine commandLine(Clock clock) {
        return commandLine(clock, Reader.PIPE);
    }

    /// The commands for a reader.
    public static CommandLine commandLine(Clock clock, Reader reader) {
        return commandLine(commands(clock), clock, reader);
    }

    Reader reader() {
        return reader;
    }

    /// Every command, in the order of the help.
    private static Map<String, Supplier<Object>> commands(Clock clock) {
        Map<String, Supplier<Object>> commands = answers(clock);
        commands.putAll(ofTheStore(clock));
        return commands;
    }

    private static Map<String, Supplier<Object>> answers(Clock clock) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put(SERVE, () -> new ServeCommand(clock));
        commands.put("bias", () -> new BiasCommand(clock));
        commands.put("explain", () -> new ExplainCommand(clock));
        commands.put("change", () -> new ChangeCommand(clock));
        commands.put("scenario", () -> new ScenarioCommand(clock));
        commands.put("flips", () -> new FlipsCommand(clock));
        commands.put("history", () -> new HistoryCommand(clock));
        commands.put("heatmap", () -> new HeatMapCommand(clock));
        commands.put("index", () -> new IndexCommand(clock));
        commands.put("correlation", () -> new CorrelationCommand(clock));
        commands.put("regime", () -> new RegimeCommand(clock));
        commands.put("prices", () -> new PricesCommand(clock));
        commands.put("calendar", () -> new CalendarCommand(clock));
        commands.put("event-risk", () -> new EventRiskCommand(clock));
        commands.put("indicators", () -> new IndicatorsCommand(clock));
        commands.put("revisions", () -> new RevisionsCommand(clock));
        commands.put("consensus", () -> new ConsensusCommand(clock));
        commands.put("instruments", () -> new InstrumentsCommand(clock));
        commands.put("weight-sets", () -> new WeightSetsCommand(clock));
        commands.put("weight-set", () -> new WeightSetCommand(clock));
        commands.put("mcp", () -> new McpCommand(clock));
        return commands;
    }

    private static Map<String, Supplier<Object>> ofTheStore(Clock clock) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("jobs", () -> new JobsCommand(clock));
        commands.put("conflicts", () -> new ConflictsCommand(clock));
        commands.put("release", () -> new ReleaseCommand(clock));
        commands.put("import", () -> new ImportCommand(clock));
        commands.put("ingest", () -> new IngestCommand(clock));
        commands.put("sources", () -> new SourcesCommand(clock));
        commands.put("export", () -> new ExportCommand(clock));
        commands.put("sample", () -> new SampleCommand(clock));
        commands.put("keys", () -> new KeysCommand(clock));
        commands.put("alerts", () -> new AlertsCommand(clock));
        commands.put("audit", () -> new AuditCommand(clock));
        commands.put("catalogue", CatalogueCommand::new);
        commands.put("database", () -> new DatabaseCommand(clock));
        commands.put("doctor", () -> new DoctorCommand(clock));
        return commands;
    }

    private static CommandLine commandLine(Map<String, Supplier<Object>> commands, Clock clock, Reader reader) {
        CommandErrors errors = new CommandErrors(clock);
        CommandLine line = new CommandLine(new MacroEdgeCommand(reader));
        commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
        if (commands.size() > 1) {
            line.addSubcommand(new AutoComplete.GenerateCompletion());
        }
        return CodeConverters.register(line)
                .setUsageHelpWidth(Math.clamp(reader.terminal().width(), NARROWEST_HELP, WIDEST_HELP))
                .setExpandAtFiles(false) // a reason may start with @
                .setExecutionStrategy(MacroEdgeCommand::execute)
                .setParameterExceptionHandler(errors::usageError)
                .setExecutionExceptionHandler(errors::failure);
    }

    /// Help and version are printed outside of what the library takes for the execution of a command, so that
    /// it would show the stack trace of a failed write.
    private static int execute(CommandLine.ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (StandardOutput.Closed | MacroEdgeException unwritten) {
            throw new CommandLine.ExecutionException(parsed.commandSpec().commandLine(), "output", unwritten);
        } catch (StackOverflowError | LinkageError fault) { // the library would show the stack trace
            CommandLine command = parsed.commandSpec().commandLine();
            throw new CommandLine.ExecutionException(command, "error", new IllegalStateException(fault));
        }
    }

    @Override
    public void run() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getOut());
    }

    /// Version of the program and of its formulas.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = MacroEdgeCommand.class.getPackage().getImplementationVersion();
            return new String[] {
                "macro-edge " + (version == null ? "unpackaged" : version) + ", formula " + FormulaVersion.CURRENT
            };
        }
    }
}
