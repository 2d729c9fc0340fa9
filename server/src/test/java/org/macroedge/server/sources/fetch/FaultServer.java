package org.macroedge.server.sources.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server on loopback that answers as it is told, byte for byte.
public final class FaultServer implements AutoCloseable {

    private final ServerSocket socket;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Thread> connections = new CopyOnWriteArrayList<>();
    private volatile Reply reply;

    /// Writes an answer to a request whose head is given.
    @FunctionalInterface
    public interface Reply {
        void to(String head, Socket socket) throws IOException;
    }

    public FaultServer(Reply reply) throws IOException {
        this.reply = reply;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    /// Answers with these bytes, and closes the connection.
    public static FaultServer of(String answer) throws IOException {
        return new FaultServer(text(answer));
    }

    public static Reply text(String answer) {
        return (head, socket) -> socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// An answer with a status, header lines and a body.
    public static String answer(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: "
                + body.getBytes(StandardCharsets.ISO_8859_1).length + "\r\n" + headers + "\r\n" + body;
    }

    public void answerWith(Reply other) {
        reply = other;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                connections.add(Thread.ofVirtual().start(() -> answer(client)));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            StringBuilder head = new StringBuilder();
            int length = 0;
            String line = in.readLine();
            for (; line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append('\n');
                if (line.toLowerCase().startsWith("content-length:")) {
                    length = Integer.parseInt(
                            line.substring("content-length:".length()).strip());
                }
            }
            int letter = line == null ? -1 : 0;
            for (int index = 0; index < length && letter >= 0; index++) {
                letter = in.read();
                head.append((char) letter);
            }
            if (letter < 0) {
                return; // the client was killed before it had asked
            }
            requests.add(head.toString());
            reply.to(head.toString(), client);
            client.shutdownOutput();
            awaitHangUp(client);
        } catch (IOException gone) {
            // the client hung up, as some cases want
        }
    }

    /// Waits until a client has closed its side.
    static void awaitHangUp(Socket client) throws IOException {
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /// Waits for the clients to hang up.
    ///
    /// @return how many have not, half a minute later
    public long openConnections() throws InterruptedException {
        long open = 0;
        for (Thread connection : connections) {
            open += connection.join(Duration.ofSeconds(30)) ? 0 : 1;
        }
        return open;
    }

    /// The heads and bodies of all requests so far.
    public List<String> requests() {
        return requests;
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
