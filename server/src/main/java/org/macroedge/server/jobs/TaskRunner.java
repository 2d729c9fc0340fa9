package org.macroedge.server.jobs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.macroedge.server.platform.config.StartedByServer;
import org.macroedge.server.platform.database.FaultLog;
import org.macroedge.server.platform.error.LogMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs every task of a server, each in a virtual thread of its own, so that no run of a task overlaps another.
/// A run that fails is logged, and the task goes on.
public final class TaskRunner implements StartedByServer {

    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Task> tasks;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile List<Thread> threads = List.of();

    TaskRunner(List<Task> tasks) {
        this.tasks = List.copyOf(tasks);
    }

    @Override
    public void start() {
        threads = tasks.stream()
                .map(task -> Thread.ofVirtual().name("task " + task.name()).start(() -> repeat(task)))
                .toList();
    }

    private void repeat(Task task) {
        FaultLog faults = new FaultLog(LOG);
        try {
            do {
                run(task, faults);
            } while (!stopped.await(task.every().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Task task, FaultLog faults) {
        try {
            task.work().run();
            faults.worked();
        } catch (RuntimeException fault) {
            failed(task, faults, fault);
        } catch (StackOverflowError | LinkageError fault) { // the next run may well work
            failed(task, faults, new IllegalStateException(fault));
        }
    }

    private static void failed(Task task, FaultLog faults, RuntimeException fault) {
        faults.failed(reason -> LogMessage.TASK_FAILED.advice(task.name(), reason, task.every()), fault);
    }

    /// Waits for the runs in progress: an interrupt would break a connection to the database. One that waits for a
    /// device, such as a mount that does not answer, keeps no process from ending.
    @Override
    public void stop() {
        stopped.countDown();
        try {
            for (Thread thread : threads) {
                thread.join(PATIENCE);
            }
            threads = List.of();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }
}
