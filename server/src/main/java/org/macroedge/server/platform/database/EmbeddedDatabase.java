package org.macroedge.server.platform.database;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.home.DiskSpace;
import org.macroedge.server.platform.home.HomeDirectory;

/// A PostgreSQL of our own in the home: durable, on 127.0.0.1 alone, without a Unix socket, with a random
/// password that only the owner of the home can read. The caller holds the home's lock.
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String USER = "macro_edge";
    private static final int STARTS = 3;
    private static final String NO_SOCKET = "could not create any TCP/IP sockets";
    /// Another program took the port, or a server that an earlier process was starting was faster.
    private static final Pattern PASSING =
            Pattern.compile(NO_SOCKET + "|postmaster.pid. already exists|pre-existing shared memory");
    /// The log of changes grows to this before a checkpoint frees it, but never to more than a quarter of the
    /// free disk.
    private static final long MOST_LOG = 1_024;
    private static final long LEAST_LOG = 96;
    /// Seconds for a start. Recovery after a kill can take long, and ends.
    private static final String PATIENCE = "3600";

    private final HomeDirectory home;
    private final PostgresPrograms programs;
    private final DataDirectory data;
    private final PostgresProcesses processes;
    private final String password;
    private final String more;
    private volatile long postmaster;
    private volatile int port;
    private boolean closed;

    private EmbeddedDatabase(
            HomeDirectory home,
            PostgresPrograms programs,
            DataDirectory data,
            PostgresProcesses processes,
            String password,
            String more) {
        this.home = home;
        this.programs = programs;
        this.data = data;
        this.processes = processes;
        this.password = password;
        this.more = more;
    }

    /// Starts the home's database, creating it where there is none, and clearing one that a killed process left
    /// running.
    public static EmbeddedDatabase start(HomeDirectory home) {
        return start(home, "");
    }

    /// @param more options of PostgreSQL, which override ours
    static EmbeddedDatabase start(HomeDirectory home, String more) {
        home.prepare();
        DataDirectory data = new DataDirectory(home.database());
        data.checkName();
        try {
            data.clearLeftovers();
            PostgresPrograms programs = PostgresPrograms.in(home.programs());
            DatabasePassword file = new DatabasePassword(home.databasePassword());
            String password = file.read().orElse("");
            if (!data.exists()) {
                password = password.isEmpty() ? file.create() : password;
                data.create(programs, USER, file.file());
            }
            data.check();
            PostgresProcesses processes = PostgresProcesses.in(data.path()).orElseThrow();
            clear(processes, data);
            if (password.isEmpty()) {
                password = file.replace(programs, data, USER);
            }
            EmbeddedDatabase database = new EmbeddedDatabase(home, programs, data, processes, password, more);
            database.launch();
            return database;
        } catch (ClosedByInterruptException interrupted) { // the thread stays interrupted
            throw DatabaseMessage.INTERRUPTED.causedBy(interrupted, "started", home.path());
        } catch (IOException fault) {
            throw DiskSpace.isExhausted(fault)
                    ? DiskSpace.full(home.path(), fault)
                    : DatabaseMessage.NOT_STARTED.causedBy(fault, String.valueOf(fault.getMessage()), home.path());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw DatabaseMessage.INTERRUPTED.causedBy(interrupted, "started", home.path());
        }
    }

    /// Ends what a killed process left running in the data directory, and nothing else.
    private static void clear(PostgresProcesses processes, DataDirectory data)
            throws IOException, InterruptedException {
        if (!processes.stop()) {
            throw DatabaseMessage.STAYS.exception(processes.running(), data.path());
        }
        Files.deleteIfExists(data.pidFile());
    }

    private void launch() throws IOException, InterruptedException {
        DatabasePort kept = new DatabasePort(home.databasePort());
        int starts = 0;
        int taken = 0;
        while (true) {
            clear(processes, data);
            port = kept.next(taken);
            DatabaseLog log = DatabaseLog.begin(home.databaseLog());
            PostgresPrograms.Outcome outcome = launch(log);
            if (outcome.status() == 0) {
                postmaster = data.postmaster().orElse(0L);
                return;
            }
            String said = log.text();
            clear(processes, data);
            starts++;
            taken = said.contains(NO_SOCKET) ? port : 0;
            if (starts == STARTS || !PASSING.matcher(said).find()) {
                throw startFault(said.isBlank() ? outcome.output() : said, data.path());
            }
        }
    }

    /// Durable for every commit, unless more options say otherwise. No other server replicates
    /// this one, so its log holds only what a crash needs: a table that is emptied and filled in
    /// one transaction is written once, not twice.
    private PostgresPrograms.Outcome launch(DatabaseLog log) throws IOException, InterruptedException {
        long megabytes = DiskSpace.free(data.path()) / DiskSpace.MEGABYTE;
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                + " -c fsync=on -c synchronous_commit=on -c wal_level=minimal -c max_wal_senders=0"
                + " -c max_connections=40 -c timezone=UTC"
                // an import a second leaves more dead rows in a minute, the default, than live ones
                + " -c autovacuum_naptime=5s"
                + " -c max_wal_size=" + Math.clamp(megabytes / 4, LEAST_LOG, MOST_LOG) + "MB " + more;
        List<String> arguments = List.of(
                "start",
                "-w",
                "-t",
                PATIENCE,
                "-D",
                data.path().toString(),
                "-l",
                log.file().toString(),
                "-o",
                options);
        try {
            return programs.run(data.path(), "", "pg_ctl", arguments);
        } catch (InterruptedException interrupted) {
            Thread.interrupted();
            clear(processes, data);
            throw interrupted;
        }
    }

    /// How role `reader` gets in.
    ReaderLogin reader() {
        return new ReaderLogin(home);
    }

    /// Changes when the database is started again and another program has its port by then.
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String username() {
        return USER;
    }

    public String password() {
        return password;
    }

    /// Whether its main process is there; what it answers is another question.
    boolean isRunning() {
        return processes.isRunning(postmaster);
    }

    /// Whether the folder of the data is still in the home, and not another one in its place.
    boolean isInPlace() {
        return processes.isAt(data.path());
    }

    void requireSpace(long needed, String work) {
        DiskSpace.require(data.path(), needed, work);
    }

    /// Starts the database again after its main process has ended; nothing once it is closed.
    synchronized void restart() {
        if (closed) {
            return;
        }
        try {
            launch();
        } catch (IOException fault) {
            throw DatabaseMessage.NOT_STARTED_AGAIN.causedBy(fault, String.valueOf(fault.getMessage()), home.path());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw DatabaseMessage.INTERRUPTED.causedBy(interrupted, "started again", home.path());
        }
    }

    /// Stops the server as `pg_ctl stop -m fast` does, ending every session and writing everything down, and by
    /// force if it does not stop. That program checks only ten times a second whether the server has ended.
    @Override
    public synchronized void close() {
        closed = true;
        boolean interrupted = false;
        while (!isStopped()) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether it is stopped; if not, this thread was interrupted, which is no reason to leave a server behind.
    private boolean isStopped() {
        try {
            if (!processes.stop()) {
                throw DatabaseMessage.DOES_NOT_STOP.exception(data.path());
            }
            Files.deleteIfExists(data.pidFile());
            return true;
        } catch (IOException fault) {
            throw DatabaseMessage.NOT_STOPPED.causedBy(fault, String.valueOf(fault.getMessage()), data.path());
        } catch (InterruptedException interrupted) {
            return false;
        }
    }

    /// The failure of a start.
    ///
    /// @param said by PostgreSQL
    static MacroEdgeException startFault(String said, Path where) {
        return said.contains("No space left on device")
                ? DiskSpace.full(where, null)
                : DatabaseMessage.NOT_STARTED.exception(DatabaseLog.reason(said), where);
    }
}
