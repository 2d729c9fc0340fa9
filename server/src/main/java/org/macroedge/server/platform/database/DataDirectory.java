package org.macroedge.server.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
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
                if (creators.isPresent() && !creators.get().stop()) {
                    throw EmbeddedDatabase.fault("left by an earlier start does not end", leftover, null);
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
                throw EmbeddedDatabase.fault("is damaged: PG_VERSION is missing", path, null);
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
        if (path.toString().chars().anyMatch(letter -> UNSUITABLE.indexOf(letter) >= 0)) {
            throw new MacroEdgeException(
                    ProblemCode.HOME_FAULT,
                    "the path of the home directory contains a character that PostgreSQL cannot handle: one of "
                            + String.join(" ", UNSUITABLE.split("")),
                    path.toString(),
                    "Name another one with --home or MACRO_EDGE_HOME");
        }
    }

    /// Fails where another version of PostgreSQL wrote the database, which this one cannot read.
    void check() throws IOException {
        String version = Files.readString(versionFile()).strip();
        if (!version.equals(PostgresPrograms.MAJOR)) {
            throw new MacroEdgeException(
                    ProblemCode.DATABASE_FAULT,
                    "the embedded database was written by PostgreSQL " + (version.isEmpty() ? "?" : version)
                            + ", and this macro-edge contains PostgreSQL " + PostgresPrograms.MAJOR,
                    path.toString(),
                    "Open the home with the macro-edge that wrote it, or name another home with --home");
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
