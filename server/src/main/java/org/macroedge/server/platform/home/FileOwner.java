package org.macroedge.server.platform.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Who owns a file. The superuser can write a home of anyone, but PostgreSQL in it cannot, and its owner could
/// not write what the superuser leaves there.
final class FileOwner {

    private static final Path SELF = Path.of("/proc/self");

    private FileOwner() {}

    /// The owner's name, where that is not the user of this process; empty also where the file does not exist.
    static Optional<String> stranger(Path file) {
        try {
            return isOwn(file)
                    ? Optional.empty()
                    : Optional.of(Files.getOwner(file).getName());
        } catch (IOException | UnsupportedOperationException absentOrWithoutOwners) {
            return Optional.empty();
        }
    }

    private static boolean isOwn(Path file) throws IOException {
        return Files.exists(SELF)
                ? Files.getAttribute(file, "unix:uid").equals(Files.getAttribute(SELF, "unix:uid"))
                : Files.getOwner(file).getName().equals(System.getProperty("user.name"));
    }
}
