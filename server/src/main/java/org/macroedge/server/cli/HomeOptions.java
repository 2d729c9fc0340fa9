package org.macroedge.server.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.error.InvalidValue;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Where the store and the catalogue are.
final class HomeOptions {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The folder that holds the store (default: $$MACRO_EDGE_HOME, else ~/.macro-edge).")
    @Nullable
    Path home;

    @Option(
            names = "--catalogue",
            paramLabel = "DIR",
            description = "The catalogue's folder (default: $$MACRO_EDGE_CATALOGUE, else catalogue).")
    @Nullable
    Path catalogue;

    @Spec(Spec.Target.MIXEE)
    @Nullable
    CommandSpec command;

    private @Nullable Settings settings;

    /// The settings of the environment, under these options.
    Settings settings() {
        Settings read = settings;
        if (read == null) {
            checkNamed("--home", home);
            checkNamed("--catalogue", catalogue);
            read = Settings.of(System.getenv(), Console.of(command)::note)
                    .withHome(home)
                    .withCatalogue(catalogue);
            settings = read;
        }
        return read;
    }

    /// An empty path would be the current folder, where a store would be set up.
    private static void checkNamed(String option, @Nullable Path folder) {
        if (folder != null && folder.toString().isEmpty()) {
            throw InvalidValue.NOT_ALLOWED.exception(option, "", "the path of a folder");
        }
    }
}
