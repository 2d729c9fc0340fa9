package org.macroedge.server.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.MacroEdgeProcess;
import org.macroedge.server.cli.SmallDisk;
import org.macroedge.server.platform.net.FreePort;
import org.macroedge.server.platform.process.Signal;

/// A host with one server: a network, a disk and a clock of its own. The clock is that of the machine, moved by
/// libfaketime, which leaves the one by which waits are measured as it is.
final class ChaosHost implements AutoCloseable {

    private static final int MEGABYTES = 24;
    private static final Path CLOCK_LIBRARY = clockLibrary();

    private final String name;
    private final int number;
    private final HostNetwork network;
    private final Map<String, String> variables;
    private final SmallDisk disk;
    private final Path clock;
    private final Path log;
    private final int port = FreePort.any();
    private final ApiClient client;
    private final @Nullable Integer relayed;
    private @Nullable MacroEdgeProcess process;
    private @Nullable Process relay;
    private int starts;

    /// @param folder for its home and its log
    /// @param number of the host in the network
    /// @param relayed a port of the center that the host reaches at its own loopback; null for none
    ChaosHost(
            Path folder,
            String name,
            int number,
            HostNetwork network,
            Map<String, String> variables,
            String key,
            @Nullable Integer relayed)
            throws IOException, InterruptedException {
        this.relayed = relayed;
        this.name = name;
        this.number = number;
        this.network = network;
        this.disk = SmallDisk.mount(folder.resolve(name), MEGABYTES);
        this.clock = folder.resolve(name + ".clock");
        this.log = folder.resolve(name + ".log");
        this.variables = new HashMap<>(variables);
        this.variables.putAll(Map.of(
                "MACRO_EDGE_ACCESS", "keys",
                "MACRO_EDGE_ADDRESS", network.address(number),
                "MACRO_EDGE_PORT", String.valueOf(port),
                "MACRO_EDGE_HOME", disk.folder().toString(),
                "MACRO_EDGE_CATALOGUE", "../catalogue"));
        this.variables.putAll(clockVariables(clock));
        this.client = new ApiClient(address(), key);
        setClock(Duration.ZERO);
    }

    /// Waits are measured by a clock that stays as it is; without `FAKETIME_FORCE_MONOTONIC_FIX=0` they end at once.
    private static Map<String, String> clockVariables(Path clock) {
        return Map.of(
                "LD_PRELOAD", CLOCK_LIBRARY.toString(),
                "FAKETIME_TIMESTAMP_FILE", clock.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "FAKETIME_FORCE_MONOTONIC_FIX", "0",
                "NO_FAKE_STAT", "1");
    }

    private static Path clockLibrary() {
        Path library = Path.of("/usr/lib/" + System.getProperty("os.arch").replace("amd64", "x86_64")
                + "-linux-gnu/faketime/libfaketimeMT.so.1");
        if (!Files.exists(library)) {
            throw new AssertionError(library + ", which .ci/tools installs");
        }
        return library;
    }

    String name() {
        return name;
    }

    URI address() {
        return URI.create("http://" + network.address(number) + ":" + port);
    }

    /// Sets its clock apart from the machine's, also while the server runs.
    void setClock(Duration ahead) throws IOException {
        Files.writeString(clock, (ahead.isNegative() ? "" : "+") + ahead.toSeconds() + "\n");
    }

    /// Starts the server unless it runs.
    void ensureStarted() throws IOException {
        if (relayed != null && (relay == null || !relay.isAlive())) {
            relay = network.relay(number, relayed, log);
        }
        MacroEdgeProcess known = process;
        if (known == null || !known.process().isAlive()) {
            starts++;
            process = MacroEdgeProcess.start(
                    network.prefix(number), log.resolveSibling(name + "-" + starts + ".log"), variables, "serve");
        }
    }

    void kill() throws InterruptedException {
        MacroEdgeProcess known = process;
        if (known != null) {
            known.kill();
        }
    }

    /// Lets the server hang, or go on.
    ///
    /// @param signal `STOP` or `CONT`
    void signal(String signal) throws IOException, InterruptedException {
        MacroEdgeProcess known = process;
        if (known != null) {
            Signal.sendAny(signal, List.of(known.process().pid()));
        }
    }

    void cut() throws IOException, InterruptedException {
        network.cut(number);
    }

    void mend() throws IOException, InterruptedException {
        network.mend(number);
    }

    /// Cuts its power: the server and its connections are gone, and nobody is told. What its disk has stays.
    void losePower() throws IOException, InterruptedException {
        network.cut(number);
        kill();
        endRelay();
        network.replace(number);
    }

    private void endRelay() throws InterruptedException {
        Process known = relay;
        if (known != null) {
            known.destroyForcibly().waitFor();
        }
    }

    SmallDisk disk() {
        return disk;
    }

    /// Why it is not well; null where it is.
    @Nullable
    String fault() throws InterruptedException {
        HttpResponse<String> health = client.get("/actuator/health");
        if (health == null) {
            return name + " does not answer";
        }
        boolean isWell = health.statusCode() == 200
                && !health.body().contains("\"WAITING\"")
                && !health.body().contains("\"DOWN\"");
        return isWell ? null : name + ": " + health.statusCode() + " " + health.body();
    }

    /// What its processes wrote.
    String written() throws IOException {
        StringBuilder written = new StringBuilder();
        for (int start = Math.max(1, starts - 2); start <= starts; start++) {
            written.append(name)
                    .append(", start ")
                    .append(start)
                    .append(":\n")
                    .append(Files.readString(log.resolveSibling(name + "-" + start + ".log")));
        }
        return written.toString();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kill();
        endRelay();
        disk.close();
    }
}
