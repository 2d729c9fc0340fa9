package org.macroedge.server.platform.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class UnreadBodiesTest {

    private static final int LENGTH = 8 << 20;
    private static final byte[] PART = new byte[64 << 10];

    private final Server server = new Server();

    /// Answers by the head alone.
    private static final class Refusal extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.setStatus(400);
            Content.Sink.write(response, true, "refused", callback);
            return true;
        }
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void aClientThatIsStillSendingSeesTheAnswerAndKeepsItsConnection() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", start(Duration.ofMinutes(1)))) {
            for (int request = 0; request < 3; request++) {
                send(socket, "", LENGTH);
                assertThat(answer(socket)).startsWith("HTTP/1.1 400").endsWith("refused");
            }
        }
    }

    @Test
    void aClientThatSendsForLongerThanItMayIsCutOff() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", start(Duration.ZERO))) {
            boolean isCutOff = false;
            try {
                send(socket, "", LENGTH);
                answer(socket);
                isCutOff = socket.getInputStream().read() < 0;
            } catch (SocketException reset) {
                isCutOff = true;
            }
            assertThat(isCutOff).isTrue();
        }
    }

    @Test
    void aClientThatWaitsForLeaveIsAnsweredWithoutItsBody() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", start(Duration.ofMinutes(1)))) {
            send(socket, "Expect: 100-continue\r\n", 0);
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 400")
                    .contains("Connection: close")
                    .doesNotContain("100 Continue");
        }
    }

    /// The web server's own patience with an idle connection has no end here.
    @Test
    void aClientThatSendsNothingMoreIsCutOffToo() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", start(Duration.ofMillis(50)))) {
            send(socket, "", PART.length);
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 400")
                    .endsWith("refused");
        }
    }

    @ParameterizedTest
    @CsvSource({"67108864,false", "67108865,true", "9223372036854775807,true"})
    void theAnswerToABodyThatIsTooLongToBeReadSaysThatTheConnectionCloses(long length, boolean closes)
            throws Exception {
        try (Socket socket = new Socket("127.0.0.1", start(Duration.ofMinutes(1)))) {
            socket.getOutputStream()
                    .write(("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\n").getBytes(US_ASCII));
            assertThat(answer(socket).contains("Connection: close")).isEqualTo(closes);
        }
    }

    private static void send(Socket socket, String header, int bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + LENGTH + "\r\n" + header + "\r\n")
                .getBytes(US_ASCII));
        for (int sent = 0; sent < bytes; sent += PART.length) {
            out.write(PART);
        }
    }

    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            answer.append((char) next);
            if (next == 'd' && answer.toString().endsWith("refused")) {
                break;
            }
        }
        return answer.toString();
    }

    private int start(Duration longest) throws Exception {
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setIdleTimeout(0);
        server.addConnector(connector);
        Handler.Wrapper reader = new UnreadBodies.Reader(longest);
        reader.setHandler(new Refusal());
        server.setHandler(reader);
        server.start();
        return connector.getLocalPort();
    }
}
