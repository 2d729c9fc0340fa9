package org.macroedge.server.jobs;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Whether jobs are run when they are due: the scheduler runs, and looks for them, which it does every second.
final class JobHealth implements HealthIndicator {

    /// A machine that has too much to do is slow, not ill.
    static final Duration LONGEST = Duration.ofMinutes(1);

    private final BooleanSupplier running;
    private final Supplier<Duration> silence;

    /// @param silence since the scheduler last looked for jobs
    JobHealth(BooleanSupplier running, Supplier<Duration> silence) {
        this.running = running;
        this.silence = silence;
    }

    @Override
    public Health health() {
        if (!running.getAsBoolean()) {
            return down("the scheduler of jobs does not run");
        }
        Duration since = silence.get();
        return since.compareTo(LONGEST) > 0
                ? down("the scheduler has not looked for jobs that are due for " + since.toSeconds() + " seconds")
                : Health.up().build();
    }

    private static Health down(String why) {
        return Health.down().withDetail("reason", why).build();
    }
}
