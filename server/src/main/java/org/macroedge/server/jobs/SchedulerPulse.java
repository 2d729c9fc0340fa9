package org.macroedge.server.jobs;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Notes when the scheduler last looked for jobs that are due. Thread-safe.
final class SchedulerPulse extends AbstractSchedulerListener {

    private final LongSupplier nanoTime;
    private volatile long last;

    /// @param nanoTime as [System#nanoTime]
    SchedulerPulse(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.last = nanoTime.getAsLong();
    }

    @Override
    public void onSchedulerEvent(SchedulerEventType event) {
        if (event == SchedulerEventType.RAN_EXECUTE_DUE) {
            beat();
        }
    }

    void beat() {
        last = nanoTime.getAsLong();
    }

    /// Since it last looked.
    Duration silence() {
        return Duration.ofNanos(nanoTime.getAsLong() - last);
    }
}
