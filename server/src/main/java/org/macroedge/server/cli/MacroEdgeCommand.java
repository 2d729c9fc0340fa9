package org.macroedge.server.cli;

import java.time.Clock;
import java.util.stream.Stream;
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
        synopsisSubcommandLabel = "COMMAND")
public final class MacroEdgeCommand implements Runnable {

    @CommandLine.Spec
    CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    /// Runs the command that the arguments name.
    ///
    /// @param application that `serve` starts
    /// @return the exit status
    public static int run(Clock clock, Class<?> application, String... arguments) {
        return commandLine(clock, application).execute(withDefault(arguments));
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
                .addSubcommand(new CalendarCommand(clock))
                .addSubcommand(new InstrumentsCommand())
                .addSubcommand(new IndicatorsCommand(clock))
                .addSubcommand(new ImportCommand(clock))
                .addSubcommand(new ExportCommand(clock))
                .addSubcommand(new SampleCommand(clock))
                .addSubcommand(new CatalogueCommand())
                .addSubcommand(new DoctorCommand(clock))
                .addSubcommand(new picocli.AutoComplete.GenerateCompletion())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((fault, command, parsed) -> {
                    command.getErr().println("macro-edge: " + fault.getMessage());
                    return 1;
                });
    }

    @Override
    public void run() {
        java.util.Objects.requireNonNull(spec).commandLine().usage(System.out);
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
