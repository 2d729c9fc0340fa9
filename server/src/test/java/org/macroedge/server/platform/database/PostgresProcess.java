package org.macroedge.server.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.net.FreePort;
import org.macroedge.server.platform.process.Signal;

/// A PostgreSQL that belongs to no home, as a firm has one: a test kills it, stops it and starts it again. It has the
/// settings of its makers.
public final class PostgresProcess implements AutoCloseable {

    private static final String USER = "macro_edge";

    private final PostgresPrograms programs;
    private final PostgresProcesses processes;
    private final Path data;
    private final Path log;
    private final String host;
    private final int port;
    private final String password;

    private PostgresProcess(HomeDirectory home, PostgresPrograms programs, String host, String password)
            throws IOException {
        this.programs = programs;
        this.processes = PostgresProcesses.in(home.database()).orElseThrow();
        this.data = home.database();
        this.log = home.databaseLog();
        this.host = host;
        this.port = FreePort.any();
        this.password = password;
    }

    /// @param folder for what it stores
    /// @param host the address of this machine at which it listens
    /// @param clients the network of those that may sign in, as `10.1.0.0/16`
    public static PostgresProcess start(Path folder, String host, String clients)
            throws IOException, InterruptedException {
        HomeDirectory home = new HomeDirectory(PreparedHome.in(folder));
        PostgresProcess postgres = new PostgresProcess(
                home,
                PostgresPrograms.in(home.programs()),
                host,
                Files.readString(home.databasePassword()).strip());
        Files.writeString(
                home.database().resolve("pg_hba.conf"),
                "host all all " + clients + " scram-sha-256\n",
                StandardOpenOption.APPEND);
        postgres.start();
        return postgres;
    }

    /// Starts it, or starts it again with what it stored.
    public void start() throws IOException, InterruptedException {
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        List<String> arguments = List.of(
                "start",
                "-w",
                "-D",
                data.toString(),
                "-l",
                log.toString(),
                "-o",
                "-p " + port + " -c listen_addresses=" + host + " -c unix_socket_directories=");
        PostgresPrograms.Outcome outcome = programs.run(data, "", "pg_ctl", arguments);
        assertThat(outcome.status())
                .as(() -> outcome.output() + "\n" + written())
                .isZero();
    }

    private String written() {
        try {
            return Files.readString(log);
        } catch (IOException fault) {
            return fault.toString();
        }
    }

    /// The address of one of its databases.
    public String address(String name) {
        return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s".formatted(host, port, name, USER, password);
    }

    /// Kills all of its processes as `kill -9` does.
    public void kill() throws IOException, InterruptedException {
        while (!processes.running().isEmpty()) {
            signal("KILL");
        }
    }

    /// Lets all of its processes hang, or go on.
    ///
    /// @param signal `STOP` or `CONT`
    public void signal(String signal) throws IOException, InterruptedException {
        Signal.sendAny(signal, processes.running());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kill();
    }
}
