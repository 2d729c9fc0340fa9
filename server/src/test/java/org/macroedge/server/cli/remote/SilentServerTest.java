package org.macroedge.server.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.home.ServerFile;

/// Servers that take connections, as the system does for every process that listens, and do not answer.
@Timeout(55) // less than the patience with an answer
class SilentServerTest {

    private ServerSocket socket;
    private URI address;
    private final CountDownLatch health = new CountDownLatch(1);

    @BeforeEach
    void listen() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        address = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
    }

    @Test
    void aServerWhoseProcessIsStoppedIsToldSoon() throws Exception {
        Process stopped = new ProcessBuilder("sh", "-c", "kill -STOP $$").start();
        try {
            ServerClient client = new ServerClient(new ServerFile(address, stopped.pid(), Instant.EPOCH, ""));

            assertThatThrownBy(() -> client.get("bias", Map.of()))
                    .satisfies(fault -> DeclaredMessages.assertSeen("ServerMessage.SILENT", fault.getMessage()));
            assertThatThrownBy(() -> client.post("imports", "x"))
                    .satisfies(fault -> DeclaredMessages.assertSeen("ServerMessage.SILENT", fault.getMessage()));
        } finally {
            stopped.destroyForcibly();
        }
    }

    @Test
    void aServerThatHangsIsToldOnceItGivesNoHealth() {
        assertThatThrownBy(() -> new ServerClient(address).get("bias", Map.of()))
                .satisfies(fault -> DeclaredMessages.assertSeen("ServerMessage.SILENT", fault.getMessage()));
    }

    @Test
    void anAnswerThatTakesLongIsWaitedForWhileTheServerIsWell() {
        Thread.ofVirtual().start(this::serve);

        assertThat(new ServerClient(address).post("imports", "x")).asString().isEqualTo("{}");
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> answer(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /// Anything but health once health has been asked for.
    private void answer(Socket client) {
        try (client) {
            String request = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (request.contains("/actuator/health")) {
                health.countDown();
            } else {
                health.await();
            }
            String answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
            client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            client.shutdownOutput();
            client.getInputStream().readAllBytes();
        } catch (IOException | InterruptedException gone) {
            // the client asserts what it got
        }
    }
}
