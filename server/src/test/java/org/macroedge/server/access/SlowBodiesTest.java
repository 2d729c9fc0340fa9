package org.macroedge.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlowBodiesTest {

    private static final long NO_SENDER_IS_AS_FAST = Long.MAX_VALUE / 1_000_000_000;

    private final Server server = new Server();

    /// Answers with the body, or with 408 where it broke off.
    private static final class Echo extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            String body;
            try {
                body = Content.Source.asString(request);
            } catch (IOException tooSlow) {
                response.setStatus(408);
                body = String.valueOf(tooSlow.getMessage());
            }
            Content.Sink.write(response, true, body, callback);
            return true;
        }
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void aBodyThatComesByteByByteIsBrokenOff() throws Exception {
        int port = start(Duration.ofMillis(50), NO_SENDER_IS_AS_FAST);
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head(100_000));
            while (socket.getInputStream().available() == 0) {
                out.write('x');
                TimeUnit.MILLISECONDS.sleep(10);
            }
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 408");
        }
    }

    @Test
    void aBodyWithinTheGraceIsRead() throws Exception {
        int port = start(Duration.ofHours(1), NO_SENDER_IS_AS_FAST);
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head(3));
            for (int index = 0; index < 3; index++) {
                out.write('x');
                TimeUnit.MILLISECONDS.sleep(10);
            }
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200")
                    .endsWith("xxx");
        }
    }

    private int start(Duration grace, long bytesPerSecond) throws Exception {
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        SlowBodies slow = new SlowBodies(grace, bytesPerSecond);
        slow.setHandler(new Echo());
        server.setHandler(slow);
        server.start();
        return connector.getLocalPort();
    }

    private static byte[] head(int length) {
        return ("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
