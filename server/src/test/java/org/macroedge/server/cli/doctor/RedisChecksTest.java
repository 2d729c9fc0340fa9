package org.macroedge.server.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.ready.RedisProcess;

/// What `doctor` says about a Redis that answers, one that refuses, one that hangs, and none.
@Timeout(60)
class RedisChecksTest {

    private static Check check(int port) {
        return RedisChecks.of("redis://:secret@127.0.0.1:" + port).orElseThrow();
    }

    private static void assertWarns(Check check, String message) {
        assertThat(check.state()).isEqualTo("warn");
        assertThat(check.text()).doesNotContain("secret");
        DeclaredMessages.assertSeen("DoctorMessage." + message, check.text() + ". " + check.remedy());
    }

    @Test
    void withoutAnAddressNothingIsSaid() {
        assertThat(RedisChecks.of(null)).isEmpty();
    }

    @Test
    void oneThatIsNotThereOrHangsDoesNotAnswer() throws IOException {
        try (ServerSocket hanging = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertWarns(check(hanging.getLocalPort()), "REDIS_SILENT");
            hanging.close();
            assertWarns(check(hanging.getLocalPort()), "REDIS_SILENT");
        }
    }

    @Test
    void oneThatRefusesThePasswordSaysSo() throws IOException {
        try (ServerSocket refusing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuse(refusing));
            assertWarns(check(refusing.getLocalPort()), "REDIS_REFUSES");
        }
    }

    private static void refuse(ServerSocket server) {
        try (Socket client = server.accept()) {
            byte[] answer = "-WRONGPASS invalid username-password pair\r\n".getBytes(StandardCharsets.US_ASCII);
            while (client.getInputStream().read(new byte[1_024]) > 0) {
                client.getOutputStream().write(answer);
            }
        } catch (IOException gone) {
            // the client has hung up
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis-server", "valkey-server"})
    @Tag("system")
    void oneThatAnswersIsNamed(String name) throws Exception {
        try (RedisProcess redis = RedisProcess.start(name)) {
            Check check = RedisChecks.of(redis.address()).orElseThrow();
            assertThat(check.state()).isEqualTo("ok");
            assertThat(redis.address()).endsWith(check.text().replace(" answers", ""));
        }
    }
}
