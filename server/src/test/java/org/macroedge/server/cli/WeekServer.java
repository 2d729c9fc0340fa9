package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.time.VirtualClock;

/// A server that goes through days by a virtual clock, in one process after another. The test says how much time passes
/// between two of them: how long this machine takes to start a program says nothing of it.
final class WeekServer implements AutoCloseable {

    private static final Duration LONGEST_LEAD = Duration.ofMinutes(4);

    private final Path log;
    private final int speed;
    private final Duration lead;
    private volatile VirtualClock clock;
    private @Nullable MacroEdgeProcess running;

    /// @param log receives what each process writes
    /// @param speed how many times as fast as the machine's the clock runs
    /// @param lead in which a process starts, before its time runs so fast
    /// @param now what the clock shows before the first process
    WeekServer(Path log, int speed, Duration lead, Instant now) {
        this.log = log;
        this.speed = speed;
        this.lead = lead;
        this.clock =
                VirtualClock.of(Clock.systemUTC(), setting(now, lead, speed)).orElseThrow();
    }

    /// The value of `MACRO_EDGE_CLOCK`.
    static String setting(Instant start, Duration lead, int speed) {
        return start + "," + Clock.systemUTC().instant().plus(lead) + "," + speed;
    }

    Instant now() {
        return clock.instant();
    }

    /// Starts a process, and waits until time runs fast. On a busy machine it may need more than one try: a process
    /// that is not ready by then has seen none of the fast time.
    ///
    /// @param variables of its environment, without the clock
    /// @param start from when on time runs fast
    void start(Map<String, String> variables, Instant start) throws Exception {
        for (Duration patience = lead; !isReady(variables, start, patience); patience = patience.multipliedBy(2)) {
            assertThat(patience).as(Objects.requireNonNull(running).written()).isLessThan(LONGEST_LEAD);
            kill();
        }
    }

    private boolean isReady(Map<String, String> variables, Instant start, Duration patience) throws Exception {
        Map<String, String> all = new HashMap<>(variables);
        all.put("MACRO_EDGE_CLOCK", setting(start, patience, speed));
        clock = VirtualClock.of(Clock.systemUTC(), all.get("MACRO_EDGE_CLOCK")).orElseThrow();
        MacroEdgeProcess server = MacroEdgeProcess.start(log, all, "serve", "--port", "0");
        running = server;
        server.await(patience.toMillis());
        return server.written().contains("macro-edge is at");
    }

    /// Waits for an instant.
    void runUntil(Instant instant) throws InterruptedException {
        MacroEdgeProcess server = Objects.requireNonNull(running);
        Duration wait = VirtualClock.wait(clock, Duration.between(now(), instant));
        server.await(Math.max(0, wait.toMillis()));
        assertThat(server.process().isAlive()).as(server.written()).isTrue();
    }

    void kill() throws InterruptedException {
        Objects.requireNonNull(running).kill();
        running = null;
    }

    /// Stops it as a user does.
    void stop() throws InterruptedException {
        MacroEdgeProcess server = Objects.requireNonNull(running);
        server.process().destroy();
        server.await();
        running = null;
    }

    @Override
    public void close() throws InterruptedException {
        if (running != null) {
            kill();
        }
    }
}
