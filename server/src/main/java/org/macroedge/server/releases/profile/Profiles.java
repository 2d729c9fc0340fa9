package org.macroedge.server.releases.profile;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.YamlDocument;
import org.macroedge.server.platform.error.MacroEdgeException;

/// Finds a profile by its name among the shipped ones and the home's own, or by its path.
///
/// @param shipped the catalogue's folder of profiles
/// @param own the home's folder; a profile there replaces a shipped one of the same name
/// @param catalogue gives the one in force
public record Profiles(Path shipped, Path own, Supplier<Catalogue> catalogue) {

    private static final String YAML = ".yaml";

    /// The profile of a name or path.
    ///
    /// @throws MacroEdgeException with `unknown-profile`, naming the available ones
    /// @throws org.macroedge.server.catalogue.CatalogueException with file, line and field of a fault in it
    public CalendarProfile named(String nameOrPath) {
        return isFile(nameOrPath) ? read(Path.of(nameOrPath)) : shippedOrOwn(nameOrPath);
    }

    /// Whether this is the path of an existing file. A bare name is not a path, even if the working folder has
    /// such a file.
    public static boolean isFile(String nameOrPath) {
        return (nameOrPath.endsWith(YAML) || nameOrPath.contains("/") || nameOrPath.contains(File.separator))
                && Files.isRegularFile(Path.of(nameOrPath));
    }

    /// The profile of a name; never a path, because the caller may be on another machine.
    public CalendarProfile shippedOrOwn(String name) {
        if (!names().contains(name)) {
            throw UnknownProfile.UNKNOWN_PROFILE.exception(name, String.join(", ", names()));
        }
        return read(Objects.requireNonNull(find(name)));
    }

    private CalendarProfile read(Path path) {
        return ProfileReader.read(YamlDocument.read(path), catalogue.get(), this::find);
    }

    /// A profile that came with its files.
    ///
    /// @param name of its file, for messages
    /// @throws org.macroedge.server.catalogue.CatalogueException with line and field of a fault in it
    public CalendarProfile sent(String name, byte[] yaml) {
        return ProfileReader.read(YamlDocument.read(name, yaml), catalogue.get(), this::find);
    }

    private @Nullable Path find(String name) {
        Path mine = file(own, name);
        return mine == null ? file(shipped, name) : mine;
    }

    /// The file of a profile in a folder; null where it has none of the name.
    static @Nullable Path file(@Nullable Path folder, String name) {
        if (folder == null || name.contains("/") || name.contains(File.separator)) {
            return null;
        }
        Path file = folder.resolve(name + YAML);
        return Files.isRegularFile(file) ? file : null;
    }

    /// The available names, in alphabetical order.
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

    /// The available names.
    public record ProfileNames(List<String> names) {}
}
