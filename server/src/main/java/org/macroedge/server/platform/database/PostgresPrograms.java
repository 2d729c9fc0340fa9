package org.macroedge.server.platform.database;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.home.HomeFiles;

/// The programs of PostgreSQL, unpacked once into the home.
///
/// @param folder with `bin`
record PostgresPrograms(Path folder) {

    /// The major version, which a database keeps.
    static final String MAJOR = "18";

    /// Names the folder; another version of the programs is unpacked beside it.
    private static final String VERSION = "postgresql-" + MAJOR + ".6.0";

    /// The archives that this platform's library may hold, by operating system.
    private static final Map<String, String> ARCHIVES = Map.of(
            "linux/amd64", "postgres-linux-x86_64.txz",
            "linux/aarch64", "postgres-linux-arm_64.txz",
            "mac os x/aarch64", "postgres-darwin-arm_64.txz",
            "mac os x/x86_64", "postgres-darwin-x86_64.txz");

    /// The programs in a folder, unpacked by now: whole, or not at all. The caller holds the home's lock.
    static PostgresPrograms in(Path programs) {
        Path folder = programs.resolve(VERSION);
        try {
            Files.createDirectories(programs);
            deleteLeftovers(programs);
            if (!Files.isDirectory(folder)) {
                Path next = programs.resolve(VERSION + HomeFiles.NEXT);
                unpack(next);
                Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return new PostgresPrograms(folder);
        } catch (IOException fault) {
            throw HomeDirectory.unwritable(folder, fault);
        }
    }

    /// What a process that was killed had not moved into place.
    private static void deleteLeftovers(Path programs) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(programs, VERSION + ".*")) {
            for (Path leftover : leftovers) {
                HomeFiles.delete(leftover);
            }
        }
    }

    /// What a program said, and how it ended.
    record Outcome(int status, String output) {}

    /// Runs a program to its end. PostgreSQL refuses to run as root: root runs it in a user namespace, where it
    /// is nobody.
    ///
    /// @param place its working directory, by which its processes are known
    /// @param input for its standard input
    Outcome run(Path place, String input, String program, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.add(folder.resolve("bin").resolve(program).toString());
        line.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(place.toFile()).redirectErrorStream(true);
        if (input.isEmpty()) {
            builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        }
        Process process = builder.start();
        try {
            if (!input.isEmpty()) {
                try (OutputStream in = process.getOutputStream()) {
                    in.write(input.getBytes(StandardCharsets.UTF_8));
                }
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output.strip());
        } catch (IOException | InterruptedException stopped) {
            process.destroyForcibly();
            throw stopped;
        }
    }

    private static void unpack(Path into) throws IOException {
        String platform = System.getProperty("os.name").toLowerCase(Locale.ROOT) + "/" + System.getProperty("os.arch");
        String archive = ARCHIVES.get(platform);
        try (InputStream packed = archive == null ? null : PostgresPrograms.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw DatabaseMessage.NO_EMBEDDED.exception(platform);
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
}
