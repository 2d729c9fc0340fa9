package org.macroedge.server.platform.home;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.macroedge.server.platform.error.MacroEdgeException;

/// The directory that holds all that one installation keeps: its database, its password, its own profiles.
public record HomeDirectory(Path path) {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
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

    public Path databaseLog() {
        return path.resolve("database.log");
    }

    public Path databasePassword() {
        return path.resolve("database.password");
    }

    /// The port of the database, for its next start.
    public Path databasePort() {
        return path.resolve("database.port");
    }

    /// What lets programs read the database by SQL.
    public Path readerLogin() {
        return path.resolve("reader.pgpass");
    }

    public Path programs() {
        return path.resolve("programs");
    }

    /// Creates the directory, readable by its owner alone.
    ///
    /// @throws MacroEdgeException with `home-fault` where it is a file, belongs to another user or cannot be
    /// written
    public HomeDirectory prepare() {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw HomeMessage.IS_A_FILE.exception(path);
        }
        FileOwner.stranger(path).ifPresent(this::refuse);
        privateDirectory(path);
        return this;
    }

    private void refuse(String owner) {
        throw HomeMessage.OF_ANOTHER_USER.exception(owner, path);
    }

    /// Creates the folder of the user's own profiles, whole or not at all. The caller holds the home's lock.
    void furnish() {
        if (Files.exists(profiles())) {
            return;
        }
        Path next = path.resolve("profiles.next");
        try {
            HomeFiles.delete(next);
            privateDirectory(next);
            HomeFiles.write(next.resolve("README.md"), PROFILES_README);
            Files.move(next, profiles());
        } catch (IOException cause) {
            throw unwritable(profiles(), cause);
        }
    }

    /// What tells this directory from every other on the machine, copies of it included, whatever path leads to
    /// it; empty where it does not exist.
    ///
    /// @param directory a symbolic link is followed
    public static Optional<Object> identity(Path directory) {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(directory, BasicFileAttributes.class).fileKey());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /// Creates a directory that its owner alone can read, or makes it so.
    public static void privateDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    && !Files.getPosixFilePermissions(directory).equals(OWNER_ONLY)) {
                Files.setPosixFilePermissions(directory, OWNER_ONLY);
            }
        } catch (IOException cause) {
            throw unwritable(directory, cause);
        }
    }

    /// The failure of writing something in a home: `disk-full` where there is no room, else `home-fault`.
    public static MacroEdgeException unwritable(Path file, IOException cause) {
        if (DiskSpace.isExhausted(cause)) {
            return DiskSpace.full(file, cause);
        }
        return HomeMessage.UNWRITABLE.causedBy(cause, HomeFiles.reason(cause), file);
    }
}
