package org.macroedge.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.PostgresProcess;

/// A host whose power is cut in the middle of a transaction: its connection is never closed, and what the transaction
/// held is free within half a minute. By default that takes two hours.
@Tag("system")
@Timeout(180)
class LostHostTest {

    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(1)";
    private static final Patience PATIENCE = Patience.ofSeconds(60);

    @TempDir
    private Path folder;

    /// Takes a lock, says so, and does nothing more.
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) {
            try (Database database = Database.at(arguments[0])) {
                database.transactions().executeWithoutResult(status -> {
                    System.out.println("holds: " + lock(database));
                    try {
                        Thread.sleep(Long.MAX_VALUE);
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
        }
    }

    private static boolean lock(Database database) {
        return database.jdbc().sql(LOCK).query(Boolean.class).single();
    }

    @Test
    void whatAHostHeldIsFreeSoonAfterItsPowerIsCut() throws Exception {
        try (HostNetwork network = HostNetwork.open(1);
                PostgresProcess postgres =
                        PostgresProcess.start(folder.resolve("postgres"), network.center(), network.range())) {
            String address = postgres.address("postgres");
            Path log = folder.resolve("log");
            Process holder = hold(network, address, log);
            PATIENCE.await(
                    () -> Files.readString(log), () -> Files.readString(log).contains("holds: true"));
            try (Database database = Database.at(address)) {
                assertThat(lock(database)).isFalse();

                network.cut(0);
                holder.destroyForcibly().waitFor();

                PATIENCE.await(() -> "the lock is free", () -> lock(database));
            }
        }
    }

    private static Process hold(HostNetwork network, String address, Path log) throws Exception {
        List<String> command = new ArrayList<>(network.prefix(0));
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                address));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
