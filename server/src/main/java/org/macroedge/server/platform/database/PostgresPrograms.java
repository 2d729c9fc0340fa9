package org.macroedge.server.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;

/// The programs of PostgreSQL, unpacked once into the home.
final class PostgresPrograms {

    /// Names the folder; another version of the programs is unpacked beside it.
    private static final String VERSION = "postgresql-18.6.0";

    /// The archives that this platform's library may hold, by operating system.
    private static final Map<String, String> ARCHIVES = Map.of(
            "linux/amd64", "postgres-linux-x86_64.txz",
            "linux/aarch64", "postgres-linux-arm_64.txz",
            "mac os x/aarch64", "postgres-darwin-arm_64.txz",
            "mac os x/x86_64", "postgres-darwin-x86_64.txz");

    private PostgresPrograms() {}

    /// The folder with `bin`, unpacked by now: whole, or not at all.
    static Path in(Path programs) {
        Path folder = programs.resolve(VERSION);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Path next = programs.resolve(VERSION + "." + ProcessHandle.current().pid());
        try {
            Files.createDirectories(programs);
            unpack(next);
            moveWhole(next, folder);
            return folder;
        } catch (IOException fault) {
            throw new MacroEdgeException(
                    ProblemCode.HOME_FAULT,
                    "PostgreSQL could not be unpacked: " + fault.getMessage(),
                    folder.toString(),
                    "Is there room for 60 MB?",
                    fault);
        }
    }

    private static void moveWhole(Path next, Path folder) throws IOException {
        try {
            Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException othersWereFaster) {
            delete(next);
            if (!Files.isDirectory(folder)) {
                throw othersWereFaster;
            }
        }
    }

    private static void unpack(Path into) throws IOException {
        String platform = System.getProperty("os.name").toLowerCase(Locale.ROOT) + "/" + System.getProperty("os.arch");
        String archive = ARCHIVES.get(platform);
        try (InputStream packed = archive == null ? null : PostgresPrograms.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new MacroEdgeException(
                        ProblemCode.SETTING_FAULT,
                        "there is no embedded PostgreSQL for " + platform,
                        "",
                        "Name a PostgreSQL of yours in MACRO_EDGE_DATABASE_URL");
            }
            try (TarArchiveInputStream entries = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
                for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                    unpack(entries, entry, into);
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream entries, TarArchiveEntry entry, Path into) throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("the archive leaves its folder with " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(entries, target);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : List.copyOf(files.sorted(Comparator.reverseOrder()).toList())) {
                Files.delete(file);
            }
        }
    }
}
