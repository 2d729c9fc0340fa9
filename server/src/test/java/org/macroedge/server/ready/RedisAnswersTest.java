package org.macroedge.server.ready;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.macroedge.server.messages.LogLines;

@Timeout(60)
class RedisAnswersTest {

    private static final Instant RECORDED_AT = Instant.parse("2022-02-01T08:00:00Z");
    private static final String ADDRESS = "/api/v1/board";

    private static int closedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    @Test
    void aRedisThatDoesNotRunIsNamedOnceAndCostsNoAnswer() throws Exception {
        long[] nanos = {0};
        try (LogLines lines = LogLines.open();
                RedisAnswers answers = new RedisAnswers(
                        "redis://:geheim@127.0.0.1:" + closedPort(), () -> "test:", () -> nanos[0] += 1_000_000_000)) {
            while (lines.lines().isEmpty()) {
                assertThat(answers.find(ADDRESS, RECORDED_AT)).isNull();
                Thread.onSpinWait();
            }
            for (int request = 0; request < 100; request++) {
                assertThat(answers.find(ADDRESS, RECORDED_AT)).isNull();
            }

            lines.assertSeen("LogMessage.REDIS_FAILED");
            assertThat(lines.lines()).hasSize(1).noneMatch(line -> line.contains("geheim"));
        }
    }

    @Test
    void nothingIsSharedWhereTheDatabaseDoesNotTellWhichOneItIsWhichIsSaidOnce() throws Exception {
        try (LogLines lines = LogLines.open();
                RedisAnswers answers = new RedisAnswers(
                        "redis://127.0.0.1:" + closedPort(),
                        () -> {
                            throw new IllegalStateException("no right to ask");
                        },
                        () -> 0)) {
            for (int request = 0; request < 100; request++) {
                assertThat(answers.find(ADDRESS, RECORDED_AT)).isNull();
            }
            lines.assertSeen("LogMessage.NOT_SHARED");
            assertThat(lines.lines()).singleElement().asString().contains("no right to ask");
        }
    }
}
