package org.macroedge.server.cli.remote;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Watches a server while a command waits for its answer. An answer may take long, as that to a long import; a server
/// that does not even answer for its health will not give it.
final class ServerWatch implements AutoCloseable {

    private static final Duration BEFORE_FIRST_LOOK = Duration.ofSeconds(2);
    /// Computations may keep a server busy that is well.
    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(10).toMillis();

    private final URI server;
    private final long process;
    private final Runnable breakOff;
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile boolean silent;

    private ServerWatch(URI server, long process, Runnable breakOff) {
        this.server = server;
        this.process = process;
        this.breakOff = breakOff;
    }

    /// @param process of the server; 0 where it is not known
    /// @param breakOff ends the wait for an answer
    static ServerWatch over(URI server, long process, Runnable breakOff) {
        ServerWatch watch = new ServerWatch(server, process, breakOff);
        Thread.ofPlatform().daemon().name("server watch").start(watch::watch);
        return watch;
    }

    private void watch() {
        try {
            while (!answered.await(BEFORE_FIRST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                if (isStopped() || !answersForItsHealth()) {
                    silent = answered.getCount() > 0;
                    breakOff.run();
                    return;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether the system says that the process was stopped. Where there is no `/proc`, its silence tells.
    private boolean isStopped() {
        try {
            String state = Files.readString(Path.of("/proc/" + process + "/stat"));
            return state.substring(state.lastIndexOf(')') + 1).strip().startsWith("T");
        } catch (IOException unknown) {
            return false;
        }
    }

    /// Any answer counts: health may well be down.
    private boolean answersForItsHealth() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    server.resolve("/actuator/health").toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode() > 0;
            } finally {
                connection.disconnect();
            }
        } catch (IOException silentOrGone) {
            return false;
        }
    }

    /// Whether the wait was broken off because the server is silent.
    boolean isSilent() {
        return silent;
    }

    @Override
    public void close() {
        answered.countDown();
    }
}
