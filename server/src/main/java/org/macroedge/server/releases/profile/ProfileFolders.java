package org.macroedge.server.releases.profile;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;

/// The folders in which profiles of one kind stand.
///
/// @param shipped the catalogue's folder
/// @param own the home's folder; a profile there replaces a shipped one of the same name
public record ProfileFolders(Path shipped, Path own) {

    private static final String YAML = ".yaml";

    /// Whether this is the path of an existing file. A bare name is not a path, even if the working folder has
    /// such a file.
    public static boolean isFile(String nameOrPath) {
        return (nameOrPath.endsWith(YAML) || nameOrPath.contains("/") || nameOrPath.contains(File.separator))
                && Files.isRegularFile(Path.of(nameOrPath));
    }

    /// The path of a profile; never of one that is named by a path, because the caller may be on another
    /// machine.
    ///
    /// @throws MacroEdgeException with `unknown-profile`, naming the available ones
    public Path path(String name) {
        if (!names().contains(name)) {
            throw UnknownProfile.UNKNOWN_PROFILE.exception(name, String.join(", ", names()));
        }
        return Objects.requireNonNull(find(name));
    }

    /// The path of a profile; null where none has the name.
    public @Nullable Path find(String name) {
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
}
