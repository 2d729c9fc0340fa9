package org.macroedge.server.releases.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.releases.calendar.CalendarProfile;
import org.macroedge.server.releases.calendar.ProfileReader;

/// Finds a profile by its name among the shipped ones and the home's own, or by its path.
///
/// @param shipped the catalogue's folder of profiles
/// @param own the home's; one there stands before a shipped one of the same name
public record Profiles(Path shipped, Path own, Catalogue catalogue) {

    private static final String YAML = ".yaml";

    /// The profile of a name or path.
    ///
    /// @throws MacroEdgeException with `unknown-profile`, naming those there are
    /// @throws org.macroedge.server.catalogue.CatalogueException with file, line and field of a fault in it
    public CalendarProfile named(String nameOrPath) {
        return Stream.of(own.resolve(nameOrPath + YAML), shipped.resolve(nameOrPath + YAML), Path.of(nameOrPath))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> ProfileReader.read(file, catalogue))
                .orElseThrow(() -> new MacroEdgeException(
                        ProblemCode.UNKNOWN_PROFILE,
                        "no profile \"" + nameOrPath + "\"",
                        "",
                        "There are " + String.join(", ", names()) + "; a path to a file does too"));
    }

    /// The names there are, in alphabetical order.
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Path folder : List.of(shipped, own)) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(YAML))
                            .forEach(name -> names.add(name.substring(0, name.length() - YAML.length())));
                } catch (IOException fault) {
                    throw new UncheckedIOException("the folder of profiles " + folder + " cannot be read", fault);
                }
            }
        }
        return names.stream().distinct().sorted().toList();
    }
}
