package org.macroedge.server.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.FormulaVersion;
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
            "Without a command it serves the board and the API at http://127.0.0.1:8080.",
            "`macro-edge COMMAND --help` says more about one."
        })
public final class MacroEdgeCommand implements Runnable {

    private static final int HELP_WIDTH = 100;

    @CommandLine.Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    /// Runs the command that the arguments name. Answers are UTF-8 wherever they go, so that they are the bytes of the
    /// API.
    ///
    /// @param application that `serve` starts
    /// @return the exit status
    public static int run(Clock clock, Class<?> application, String... arguments) {
        return commandLine(clock, application)
                .setOut(new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)))
                .execute(withDefault(arguments));
    }

    /// `serve` where no command is named, also before its `--port`.
    private static String[] withDefault(String[] arguments) {
        if (arguments.length > 0 && !arguments[0].startsWith("--port")) {
            return arguments;
        }
        return Stream.concat(Stream.of("serve"), Stream.of(arguments)).toArray(String[]::new);
    }

    static CommandLine commandLine(Clock clock, Class<?> application) {
        return new CommandLine(new MacroEdgeCommand())
                .addSubcommand(new ServeCommand(clock, application))
                .addSubcommand(new BiasCommand(clock))
                .addSubcommand(new ExplainCommand(clock))
                .addSubcommand(new HistoryCommand(clock))
                .addSubcommand(new HeatMapCommand(clock))
                .addSubcommand(new CalendarCommand(clock))
                .addSubcommand(new IndicatorsCommand(clock))
                .addSubcommand(new InstrumentsCommand(clock))
                .addSubcommand(new ImportCommand(clock))
                .addSubcommand(new ExportCommand(clock))
                .addSubcommand(new SampleCommand(clock))
                .addSubcommand(new CatalogueCommand())
                .addSubcommand(new DoctorCommand(clock))
                .addSubcommand(new picocli.AutoComplete.GenerateCompletion())
                .setUsageHelpWidth(HELP_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(CommandErrors::wrongUsage)
                .setExecutionExceptionHandler(CommandErrors::failed);
    }

    @Override
    public void run() {
        CommandLine line = java.util.Objects.requireNonNull(spec).commandLine();
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
