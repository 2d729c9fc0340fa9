package org.macroedge.server.exports;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.macroedge.server.platform.config.ServerOnly;

/// Computes exports on threads of their own, a few at a time: on those of the requests, some long exports would keep
/// all other requests from being answered.
@ServerOnly
class ExportWork implements AutoCloseable {

    private static final int AT_ONCE = 2;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("export-", 1).factory());

    /// What writes an export.
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /// Waits for its turn, and until it is done. A request that ends meanwhile ends its work.
    void run(Work work) throws IOException {
        Future<?> done = threads.submit(() -> {
            work.run();
            return null;
        });
        try {
            done.get();
        } catch (InterruptedException stopped) {
            done.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (ExecutionException failed) {
            switch (Objects.requireNonNull(failed.getCause())) {
                case IOException fault -> throw fault;
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                default -> throw new IllegalStateException(failed);
            }
        }
    }

    /// Work that has not begun fails, so that nobody waits for it.
    @Override
    public void close() {
        threads.shutdownNow().forEach(task -> ((Future<?>) task).cancel(true));
    }
}
