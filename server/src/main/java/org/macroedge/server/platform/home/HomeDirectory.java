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

    public Path database() {
        return path.resolve("database");
    }

    public Path programs() {
        return path.resolve("programs");
    }

    /// Creates the directory, readable by its owner alone.
    public HomeDirectory prepare() {
        privateDirectory(path);
        return this;
    }

    /// Creates a directory that its owner alone can read, or makes it so.
    public static void privateDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException cause) {
            throw new MacroEdgeException(
                    ProblemCode.HOME_FAULT,
                    "the home directory cannot be written",
                    directory.toString(),
                    "Name another one with --home or MACRO_EDGE_HOME",
                    cause);
        }
    }
}
