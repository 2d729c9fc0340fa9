package org.macroedge.server.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.macroedge.server.messages.LogLines;
import org.macroedge.server.platform.config.Rate;

@Timeout(60)
class RedisTokensTest {

    private static final Rate RATE = new Rate(60, 10);

    private static int closedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    @Test
    void aRedisThatDoesNotRunIsNamedOnceAndEachServerKeepsTheLimit() throws Exception {
        long[] nanos = {0};
        try (LogLines lines = LogLines.open();
                RedisTokens tokens = new RedisTokens(
                        "redis://:geheim@127.0.0.1:" + closedPort(), () -> "test", () -> nanos[0] += 1_000_000_000)) {
            while (lines.lines().isEmpty()) {
                assertThat(tokens.take("test", "a", RATE, 1)).isNull();
                Thread.onSpinWait();
            }
            TokenLimit limit = new TokenLimit("test", RATE, 10, tokens, () -> 0L);
            assertThat(limit.take("a", 10).paid()).isTrue();
            assertThat(limit.take("a", 1).paid()).isFalse();

            lines.assertSeen("LogMessage.LIMITS_ALONE");
            assertThat(lines.lines()).hasSize(1).noneMatch(line -> line.contains("geheim"));
        }
    }

    @Test
    void nothingIsSharedWhereTheDatabaseDoesNotTellWhichOneItIs() throws Exception {
        try (LogLines lines = LogLines.open();
                RedisTokens tokens = new RedisTokens(
                        "redis://127.0.0.1:" + closedPort(),
                        () -> {
                            throw new IllegalStateException("unknown");
                        },
                        () -> 0)) {
            assertThat(tokens.take("test", "a", RATE, 1)).isNull();
            assertThat(lines.lines()).isEmpty();
        }
    }
}
