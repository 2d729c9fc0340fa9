package org.macroedge.server.deploy;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.EmbeddedDatabase;
import org.macroedge.server.platform.database.PreparedHome;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.net.FreePort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A PostgreSQL that archives its log of changes, as docs/how-to/back-up-and-restore.md sets it up.
///
/// @param data the folder of the database
/// @param archive the folder of the archive
/// @param programs of PostgreSQL
/// @param login user and password, as parameters of an address
/// @param port on loopback
record ArchivedPostgres(Path data, Path archive, Path programs, String login, int port) implements AutoCloseable {

    /// What belongs to the running server and not to a backup of it.
    private static final List<String> LEFT_OUT = List.of("postmaster.pid", "postmaster.opts", "pg_wal");

    static ArchivedPostgres start(Path folder) throws Exception {
        HomeDirectory home = new HomeDirectory(PreparedHome.in(folder.resolve("host")));
        String login;
        try (EmbeddedDatabase made = EmbeddedDatabase.start(home)) {
            login = "?user=" + made.username() + "&password=" + made.password();
        }
        Path archive = Files.createDirectory(folder.resolve("archive"));
        Path programs;
        try (Stream<Path> versions = Files.list(home.programs())) {
            programs = versions.findFirst().orElseThrow().resolve("bin");
        }
        return new ArchivedPostgres(home.database(), archive, programs, login, FreePort.any()).started();
    }

    String address() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres" + login;
    }

    private ArchivedPostgres started() throws Exception {
        control(
                "start",
                "-w",
                "-t",
                "120",
                "-l",
                data.resolveSibling(data.getFileName() + ".log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC"
                        + " -c wal_level=replica -c archive_mode=on -c archive_command='cp %p " + archive + "/%f'");
        return this;
    }

    /// PostgreSQL refuses to run as root.
    private void control(String... arguments) throws Exception {
        List<String> line = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.add(programs.resolve("pg_ctl").toString());
        line.addAll(List.of("-D", data.toString()));
        line.addAll(List.of(arguments));
        File said = data.resolveSibling(data.getFileName() + ".control").toFile();
        Process control = new ProcessBuilder(line)
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(said)
                .start();
        if (control.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(said.toPath()));
        }
    }

    /// Copies the folder of the running database, as `pg_basebackup` does.
    Path backUp(Path into) throws Exception {
        SingleConnectionDataSource session = new SingleConnectionDataSource(address(), true);
        try {
            JdbcClient jdbc = JdbcClient.create(session);
            jdbc.sql("SELECT pg_backup_start('test', true)::text")
                    .query(String.class)
                    .single();
            copy(data, into);
            String label = jdbc.sql("SELECT labelfile FROM pg_backup_stop()")
                    .query(String.class)
                    .single();
            Files.createDirectory(into.resolve("pg_wal"));
            Files.writeString(into.resolve("backup_label"), label);
            return into;
        } finally {
            session.destroy();
        }
    }

    private static void copy(Path from, Path into) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (isLeftOut(folder)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.copy(folder, into.resolve(from.relativize(folder)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!isLeftOut(file)) {
                    Files.copy(file, into.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }

            /// A table may go while it is copied; the log of changes knows.
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) {
                return FileVisitResult.CONTINUE;
            }

            private boolean isLeftOut(Path file) {
                return LEFT_OUT.contains(from.relativize(file).toString());
            }
        });
    }

    /// Waits until everything that was committed is in the archive.
    void archiveAll() throws Exception {
        try (Database database = Database.at(address())) {
            String last = database.jdbc()
                    .sql("SELECT pg_walfile_name(pg_switch_wal())")
                    .query(String.class)
                    .single();
            while (!Files.exists(archive.resolve(last))) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    /// Ends it without any care, as a machine that is lost.
    void lose() throws Exception {
        control("stop", "-w", "-m", "immediate");
    }

    /// Starts a backup on another machine's port, and waits until it has all changes up to an instant.
    ArchivedPostgres restored(Path backup, String until) throws Exception {
        Files.createFile(backup.resolve("recovery.signal"));
        Files.writeString(
                backup.resolve("postgresql.auto.conf"),
                "restore_command = 'cp " + archive + "/%f %p'\nrecovery_target_time = '" + until
                        + "'\nrecovery_target_action = 'promote'\n",
                StandardOpenOption.APPEND);
        Path next = Files.createDirectory(backup.resolveSibling("archive-restored"));
        ArchivedPostgres restored = new ArchivedPostgres(backup, next, programs, login, FreePort.any()).started();
        try (Database database = Database.at(restored.address())) {
            while (database.jdbc()
                    .sql("SELECT pg_is_in_recovery()")
                    .query(Boolean.class)
                    .single()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        return restored;
    }

    @Override
    public void close() throws Exception {
        control("stop", "-w", "-m", "fast");
    }
}
