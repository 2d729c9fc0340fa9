package org.macroedge.server.platform.database;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.home.HomeDirectory;

/// A PostgreSQL of our own in the home: durable, on 127.0.0.1 alone, without a Unix socket, with a random password that
/// only the owner of the home can read. The caller holds the home's lock.
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String USER = "macro_edge";
    private static final int PASSWORD_BYTES = 24;
    private static final long STOP_SECONDS = 60;
    private static final Duration STOP_PAUSE = Duration.ofMillis(5);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path programs;
    private final Path data;
    private final int port;
    private final String password;

    private EmbeddedDatabase(Path programs, Path data, int port, String password) {
        this.programs = programs;
        this.data = data;
        this.port = port;
        this.password = password;
    }

    /// Starts the home's database, creating it where there is none, and clearing one that a killed process left
    /// running.
    public static EmbeddedDatabase start(HomeDirectory home) {
        home.prepare();
        Path data = home.database();
        try {
            Path programs = PostgresPrograms.in(home.programs());
            String password = password(home.path().resolve("database.password"));
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                create(programs, data, home.path().resolve("database.password"));
            }
            clearOrphan(data);
            EmbeddedDatabase database = new EmbeddedDatabase(programs, data, freePort(), password);
            database.start(home.path().resolve("database.log"));
            return database;
        } catch (IOException fault) {
            throw fault("could not be started: " + fault.getMessage(), home.path(), fault);
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String username() {
        return USER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
        }
        return Files.readString(file).strip();
    }

    /// A torn first start leaves a folder without a version, which initdb would refuse: it works beside and
    /// moves.
    private static void create(Path programs, Path data, Path passwordFile) throws IOException {
        Path next = data.resolveSibling(
                data.getFileName() + "." + ProcessHandle.current().pid());
        run(
                programs,
                data,
                List.of(
                        program(programs, "initdb"),
                        "-D",
                        next.toString(),
                        "-U",
                        USER,
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + passwordFile,
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-instructions"));
        HomeDirectory.privateDirectory(next);
        Files.move(next, data);
    }

    private static void clearOrphan(Path data) throws IOException {
        Path pidFile = pidFile(data);
        if (!Files.exists(pidFile)) {
            return;
        }
        String first = processId(pidFile);
        Optional<ProcessHandle> orphan = first.matches("\\d+")
                ? ProcessHandle.of(Long.parseLong(first)).filter(EmbeddedDatabase::isPostgres)
                : Optional.empty();
        if (orphan.isPresent()) {
            interrupt(orphan.get().pid());
            try {
                orphan.get().onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException fault) {
                throw fault("left by an earlier process does not end, process " + first, data, fault);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw fault("was interrupted while it started", data, interrupted);
            }
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Durable for every commit. No other server replicates this one, so its log holds only what a crash needs: a
    /// table that is emptied and filled in one transaction is written once, not twice.
    private void start(Path log) throws IOException {
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                + " -c fsync=on -c synchronous_commit=on -c wal_level=minimal -c max_wal_senders=0"
                + " -c max_connections=40 -c timezone=UTC";
        run(
                programs,
                data,
                List.of(
                        program(programs, "pg_ctl"),
                        "start",
                        "-w",
                        "-D",
                        data.toString(),
                        "-l",
                        log.toString(),
                        "-o",
                        options));
    }

    /// Stops the server as `pg_ctl stop -m fast` does, ending every session and writing everything down. That program
    /// checks ten times a second whether the server has ended, which is slower than a command's answer.
    @Override
    public void close() {
        Path pidFile = pidFile(data);
        try {
            long server = Long.parseLong(processId(pidFile));
            interrupt(server);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
            while (Files.exists(pidFile) && ProcessHandle.of(server).isPresent()) {
                if (System.nanoTime() > deadline) {
                    throw fault("does not stop", data, null);
                }
                Thread.sleep(STOP_PAUSE);
            }
        } catch (IOException | NumberFormatException fault) {
            throw fault("could not be stopped: " + fault.getMessage(), data, fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw fault("was interrupted while it stopped", data, interrupted);
        }
    }

    /// PostgreSQL writes it first of all and removes it last.
    private static Path pidFile(Path data) {
        return data.resolve("postmaster.pid");
    }

    /// The first line of the file.
    private static String processId(Path pidFile) throws IOException {
        try (Stream<String> lines = Files.lines(pidFile, StandardCharsets.UTF_8)) {
            return lines.findFirst().orElse("").strip();
        }
    }

    /// Asks for a fast shutdown.
    private static void interrupt(long server) throws IOException {
        new ProcessBuilder("kill", "-INT", String.valueOf(server)).start();
    }

    private static String program(Path programs, String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    /// PostgreSQL refuses to run as root: root runs it in a user namespace, where it is nobody.
    private static void run(Path programs, Path place, List<String> command) throws IOException {
        List<String> line = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.addAll(command);
        Path output = Files.createTempFile("macro-edge-postgres", ".log");
        try {
            Process process = new ProcessBuilder(line)
                    .directory(programs.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            if (process.waitFor() != 0) {
                throw fault("answered: " + Files.readString(output).strip(), place, null);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw fault("was interrupted", place, interrupted);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static MacroEdgeException fault(String what, Path where, @Nullable Throwable cause) {
        return new MacroEdgeException(
                ProblemCode.DATABASE_FAULT,
                "the embedded database " + what,
                where.toString(),
                "database.log in the home says more",
                cause);
    }
}
