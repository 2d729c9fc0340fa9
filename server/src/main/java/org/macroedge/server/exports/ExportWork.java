package org.macroedge.server.exports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

    /// Waits for its turn, and until it is done.
    void run(Work work) throws IOException {
        CompletableFuture<Void> done = CompletableFuture.runAsync(
                () -> {
                    try {
                        work.run();
                    } catch (IOException fault) {
                        throw new UncheckedIOException(fault);
                    }
                },
                threads);
        try {
            done.join();
        } catch (CompletionException failed) {
            switch (Objects.requireNonNull(failed.getCause())) {
                case UncheckedIOException fault -> throw Objects.requireNonNull(fault.getCause());
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                default -> throw failed;
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
