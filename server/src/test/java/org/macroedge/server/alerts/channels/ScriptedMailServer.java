package org.macroedge.server.alerts.channels;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/// A server on loopback that answers the lines of a client by their first words, and says nothing to others.
public final class ScriptedMailServer implements AutoCloseable {

    /// The key of what is said before the first line.
    public static final String GREETING = "greeting";
    /// Closes the connection instead of an answer.
    static final String HANG_UP = "hang up";
    /// Begins an answer that has no end.
    public static final String DRIP = "drip";

    /// Begins a line that has no end.
    static final String FLOOD = "flood";
    /// An answer that begins with it comes after two seconds.
    public static final String SLOW = "slow ";

    private static final int DRIP_MILLIS = 500;
    private static final int SLOW_MILLIS = 2_000;

    public final List<String> lines = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;
    private final Map<String, String> answers;

    /// @param answers by the first word of a line, or [#GREETING]
    public ScriptedMailServer(Map<String, String> answers) throws IOException {
        this(answers, ServerSocketFactory.getDefault());
    }

    /// @param sockets with TLS from the beginning, or without
    ScriptedMailServer(Map<String, String> answers, ServerSocketFactory sockets) throws IOException {
        this.answers = answers;
        this.socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            String line = GREETING;
            while (line != null) {
                lines.add(line);
                String answer = answers.getOrDefault(line.split(" ")[0], "");
                if (answer.equals(HANG_UP)) {
                    return;
                }
                answer(answer, client);
                line = in.readLine();
            }
        } catch (IOException | InterruptedException gone) {
            // the client hung up, as some cases want
        }
    }

    private static void answer(String answer, Socket client) throws IOException, InterruptedException {
        while (answer.equals(DRIP)) {
            client.getOutputStream().write("220-wait\r\n".getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(DRIP_MILLIS);
        }
        while (answer.equals(FLOOD)) {
            client.getOutputStream().write("x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII));
        }
        if (answer.startsWith(SLOW)) {
            Thread.sleep(SLOW_MILLIS);
        }
        if (!answer.isEmpty()) {
            client.getOutputStream().write((answer.replace(SLOW, "") + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    public URI address() {
        return URI.create("smtp://localhost:" + socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
