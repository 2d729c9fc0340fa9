package org.macroedge.server.platform.home;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;

/// The directory that holds all that one installation keeps: its database, its password, its own profiles.
public record HomeDirectory(Path path) {

    private static final String PROFILES_README = """
        # Profiles

        Put the profiles of your own calendar files here. `NAME.yaml` is the profile that
        `macro-edge import calendar FILE --profile NAME` uses; it replaces a shipped profile of the same name. The page
        docs/how-to/import-a-calendar.md describes every field.
        """;

    public HomeDirectory {
        path = path.toAbsolutePath().normalize();
    }

    public Path lockFile() {
        return path.resolve("home.lock");
    }

    public Path serverFile() {
        return path.resolve("server.json");
    }

    public Path profiles() {
        return path.resolve("profiles");
    }

    /// What requests upload, while they are answered.
    public Path uploads() {
        return path.resolve("uploads");
    }

    public Path database() {
        return path.resolve("database");
    }

    public Path programs() {
        return path.resolve("programs");
    }

    /// Creates the directory, readable by its owner alone, and in it the folder of the user's own profiles.
    public HomeDirectory prepare() {
        privateDirectory(path);
        if (!Files.exists(profiles())) {
            privateDirectory(profiles());
            writeReadme(profiles());
        }
        return this;
    }

    private static void writeReadme(Path folder) {
        try {
            Files.writeString(folder.resolve("README.md"), PROFILES_README);
        } catch (IOException cause) {
            throw fault(folder, cause);
        }
    }

    /// Creates a directory that its owner alone can read, or makes it so.
    public static void privateDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException cause) {
            throw fault(directory, cause);
        }
    }

    private static MacroEdgeException fault(Path directory, IOException cause) {
        return new MacroEdgeException(
                ProblemCode.HOME_FAULT,
                "the home directory cannot be written",
                directory.toString(),
                "Name another one with --home or MACRO_EDGE_HOME",
                cause);
    }
}
