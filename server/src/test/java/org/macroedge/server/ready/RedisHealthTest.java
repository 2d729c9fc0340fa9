package org.macroedge.server.ready;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/// What health says of a Redis or Valkey that comes and goes.
@Timeout(60)
class RedisHealthTest {

    private static void await(RedisHealth health, Status status) throws InterruptedException {
        while (!health.health().getStatus().equals(status)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    void whereNoneIsNamedNothingIsMissing() {
        Health health = new RedisHealth(SharedAnswers.NONE).health();

        assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(health.getDetails()).containsEntry("reason", "no Redis is named");
    }

    @Tag("system")
    @ParameterizedTest
    @ValueSource(strings = {"redis-server", "valkey-server"})
    void oneThatIsLostIsSlowerAndNotDownUntilItComesBack(String name) throws Exception {
        try (RedisProcess redis = RedisProcess.start(name);
                RedisAnswers answers = new RedisAnswers(redis.address(), () -> "test:", System::nanoTime)) {
            RedisHealth health = new RedisHealth(answers);
            await(health, Status.UP);
            redis.kill();
            await(health, RedisHealth.SLOWER);
            assertThat(health.health().getDetails().get("reason"))
                    .isEqualTo("Redis cannot be used; this server makes its own answers meanwhile");
            redis.start();
            await(health, Status.UP);
            redis.signal("STOP");
            await(health, RedisHealth.SLOWER);
            redis.signal("CONT");
            await(health, Status.UP);
        }
    }
}
