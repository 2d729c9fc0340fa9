package org.macroedge.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.macroedge.server.messages.LogLines;
import org.macroedge.server.platform.home.DiskSpace;

class TaskRunnerTest {

    private static final Duration SOON = Duration.ofMillis(1);
    private static final long PATIENCE_SECONDS = 30;

    @Test
    void aTaskRunsAtTheStartAndAtItsIntervalAlsoAfterARunThatFailed() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(3);
        TaskRunner runner = new TaskRunner(List.of(new Task("fails", SOON, () -> {
            runs.countDown();
            throw new IllegalStateException("of the test");
        })));

        runner.start();

        assertThat(runs.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(runner.isRunning()).isTrue();
        runner.stop();
        assertThat(runner.isRunning()).isFalse();
    }

    @Test
    void aTaskGoesOnAfterARunThatWentTooDeep() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(3);
        TaskRunner runner = new TaskRunner(List.of(new Task("deep", SOON, () -> {
            runs.countDown();
            throw new StackOverflowError();
        })));
        try (LogLines lines = LogLines.open()) {
            runner.start();
            assertThat(runs.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            runner.stop();

            lines.assertSeen("LogMessage.TASK_FAILED");
        }
    }

    @Test
    void aFaultThatTheUserCanActOnIsOneLineWithoutATrace() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(2);
        TaskRunner runner = new TaskRunner(List.of(new Task("fails", SOON, () -> {
            runs.countDown();
            throw DiskSpace.full(Path.of("home"), null);
        })));
        try (LogLines lines = LogLines.open()) {
            runner.start();
            assertThat(runs.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            runner.stop();

            lines.assertSeen("LogMessage.TASK_FAILED");
            assertThat(lines.lines()).hasSize(1);
        }
    }

    @Test
    void noRunOfATaskOverlapsAnotherAndEachTaskHasAThreadOfItsOwn() throws InterruptedException {
        CountDownLatch other = new CountDownLatch(5);
        CountDownLatch first = new CountDownLatch(1);
        AtomicInteger started = new AtomicInteger();
        TaskRunner runner = new TaskRunner(List.of(
                new Task("slow", SOON, () -> {
                    started.incrementAndGet();
                    await(first);
                }),
                new Task("quick", SOON, other::countDown)));

        runner.start();

        assertThat(other.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(started).hasValue(1);
        first.countDown();
        runner.stop();
    }

    @Test
    void aRunnerThatStopsWaitsForTheRunInProgress() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        TaskRunner runner = new TaskRunner(List.of(new Task("slow", Duration.ofDays(1), () -> {
            running.countDown();
            await(mayEnd);
            ended.incrementAndGet();
        })));
        runner.start();
        assertThat(running.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

        Thread stop = Thread.ofVirtual().start(runner::stop);
        mayEnd.countDown();
        stop.join();

        assertThat(ended).hasValue(1);
    }

    @Test
    void anIntervalIsPositive() {
        assertThatThrownBy(() -> new Task("never", Duration.ZERO, () -> {}))
                .hasMessage("every must be positive, not PT0S");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
