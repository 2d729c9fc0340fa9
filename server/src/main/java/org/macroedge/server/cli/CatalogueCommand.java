package org.macroedge.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.releases.calendar.ProfileReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Checks the catalogue and its profiles after an edit.
@Command(name = "catalogue", description = "The product's knowledge.", mixinStandardHelpOptions = true)
final class CatalogueCommand {

    @Spec
    @Nullable
    CommandSpec spec;

    /// Names every fault with file, line and field, or says what was found.
    @Command(
            name = "check",
            description = "Says what is wrong in an edited catalogue, and where.",
            mixinStandardHelpOptions = true)
    int check(
            @Option(
                            names = "--catalogue",
                            paramLabel = "DIR",
                            defaultValue = "${env:MACRO_EDGE_CATALOGUE:-catalogue}",
                            description = "The catalogue's folder (default: $MACRO_EDGE_CATALOGUE, else catalogue).")
                    Path folder)
            throws IOException {
        Catalogue catalogue = CatalogueLoader.load(folder);
        List<Path> profiles;
        try (Stream<Path> files = Files.list(folder.resolve("profiles"))) {
            profiles = files.sorted().toList();
        }
        profiles.forEach(profile -> ProfileReader.read(profile, catalogue));
        java.util.Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .printf(
                        "No fault: %d indicators, %d instruments, %d weight sets, %d profiles%n",
                        catalogue.indicators().size(),
                        catalogue.instruments().size(),
                        catalogue.weightSetIds().size(),
                        profiles.size());
        return 0;
    }
}
