package org.macroedge.server.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.home.HomeFiles;

/// The folder in which PostgreSQL keeps a database. The caller holds the home's lock.
record DataDirectory(Path path) {

    /// PostgreSQL's programs pass paths to a shell between double quotes.
    private static final String UNSUITABLE = "\"$`\\";

    boolean exists() {
        return Files.exists(versionFile());
    }

    private Path versionFile() {
        return path.resolve("PG_VERSION");
    }

    /// Removes what a creation that was killed left, and ends what it left running.
    void clearLeftovers() throws IOException, InterruptedException {
        String name = path.getFileName().toString();
        try (DirectoryStream<Path> leftovers =
                Files.newDirectoryStream(path.resolveSibling(""), name + ".{next,[0-9]*}")) {
            for (Path leftover : leftovers) {
                Optional<PostgresProcesses> creators = PostgresProcesses.in(leftover);
                if (creators.isPresent() && !creators.get().discard()) {
                    throw DatabaseMessage.LEFTOVER_STAYS.exception(leftover);
                }
                HomeFiles.delete(leftover);
            }
        }
        if (Files.isDirectory(path) && !exists()) {
            refuseForeign();
            HomeFiles.delete(path);
        }
    }

    /// A folder without a version may hold anything; only an empty one is taken.
    private void refuseForeign() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            if (files.findAny().isPresent()) {
                throw DatabaseMessage.DAMAGED.exception(path);
            }
        }
    }

    /// Creates the database, whole or not at all.
    void create(PostgresPrograms programs, String user, Path passwordFile) throws IOException, InterruptedException {
        Path next = path.resolveSibling(path.getFileName() + HomeFiles.NEXT);
        HomeDirectory.privateDirectory(next);
        PostgresPrograms.Outcome outcome = programs.run(
                next,
                "",
                "initdb",
                List.of(
                        "-D",
                        next.toString(),
                        "-U",
                        user,
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + passwordFile,
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-instructions"));
        if (outcome.status() != 0) {
            throw EmbeddedDatabase.startFault(outcome.output(), path);
        }
        Files.move(next, path);
    }

    /// Fails where PostgreSQL's programs could not use the path.
    void checkName() {
        if (path.toString().chars().anyMatch(Character::isISOControl)) {
            throw DatabaseMessage.CONTROL_CHARACTER_IN_PATH.exception(ShownText.of(path.toString()));
        }
        if (path.toString().chars().anyMatch(letter -> UNSUITABLE.indexOf(letter) >= 0)) {
            throw DatabaseMessage.UNSUITABLE_PATH.exception(String.join(" ", UNSUITABLE.split("")), path);
        }
    }

    /// Fails where another version of PostgreSQL wrote the database, which this one cannot read.
    void check() throws IOException {
        String version = Files.readString(versionFile()).strip();
        if (!version.equals(PostgresPrograms.MAJOR)) {
            throw DatabaseMessage.OTHER_VERSION.exception(
                    version.isEmpty() ? "?" : version, PostgresPrograms.MAJOR, path);
        }
    }

    /// PostgreSQL writes it first of all and removes it last.
    Path pidFile() {
        return path.resolve("postmaster.pid");
    }

    /// The process that the file names.
    Optional<Long> postmaster() {
        try (Stream<String> lines = Files.lines(pidFile(), StandardCharsets.UTF_8)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,18}"))
                    .map(Long::valueOf);
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
