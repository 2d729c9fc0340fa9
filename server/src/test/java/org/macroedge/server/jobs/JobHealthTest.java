package org.macroedge.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class JobHealthTest {

    private long nanos;
    private boolean running = true;
    private final SchedulerPulse pulse = new SchedulerPulse(() -> nanos);
    private final JobHealth health = new JobHealth(() -> running, pulse::silence);

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private void assertDown(String reason) {
        Health down = health.health();
        assertThat(down.getStatus()).isEqualTo(Status.DOWN);
        assertThat(down.getDetails()).containsEntry("reason", reason);
    }

    @Test
    void aSchedulerThatLooksForJobsIsUp() {
        for (int minute = 0; minute < 3; minute++) {
            pass(JobHealth.LONGEST);
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            pulse.onSchedulerEvent(SchedulerEventType.RAN_EXECUTE_DUE);
        }
    }

    @Test
    void oneThatDoesNotLookForAMinuteIsDownUntilItLooksAgain() {
        pass(JobHealth.LONGEST.plusSeconds(2));
        pulse.onSchedulerEvent(SchedulerEventType.UNEXPECTED_ERROR);
        pulse.onSchedulerEvent(SchedulerEventType.RAN_UPDATE_HEARTBEATS);
        assertDown("the scheduler has not looked for jobs that are due for 62 seconds");

        pulse.onSchedulerEvent(SchedulerEventType.RAN_EXECUTE_DUE);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void oneThatDoesNotRunIsDown() {
        running = false;
        assertDown("the scheduler of jobs does not run");
    }
}
