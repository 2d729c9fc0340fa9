package org.macroedge.server.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.app.Server;

/// A client that follows the stream of a server as the standard of server-sent events says.
final class StreamReader implements AutoCloseable {

    /// An event as a client gets it.
    record Received(long id, String type, String data) {}

    /// For the head of the answer: the stream itself does not end.
    private static final Duration HEAD = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final BufferedReader lines;
    private long lastId;

    /// @param lastEventId null to begin now
    StreamReader(Server server, @Nullable Long lastEventId) throws IOException, InterruptedException {
        this(server.address(), lastEventId, null);
    }

    /// @param key of the caller; null where the server asks for none
    StreamReader(URI server, @Nullable Long lastEventId, @Nullable String key)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve("/api/v1/stream")).timeout(HEAD);
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (lastEventId != null) {
            request.header("Last-Event-ID", String.valueOf(lastEventId));
        }
        HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
        }
        lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        if (next("retry: ") != null) {
            throw new IOException("the first block is an event");
        }
    }

    /// The id of the last block, which need not be an event.
    long lastId() {
        return lastId;
    }

    /// Waits for the next event; null where the stream ends.
    @Nullable
    Received next() throws IOException {
        return next("event: ");
    }

    /// @param first how a field begins that a block must have
    private @Nullable Received next(String first) throws IOException {
        String type = "";
        String data = "";
        boolean found = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            found |= line.startsWith(first);
            if (line.startsWith("id: ")) {
                lastId = Long.parseLong(line.substring("id: ".length()));
            } else if (line.startsWith("event: ")) {
                type = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                data = line.substring("data: ".length());
            } else if (line.isEmpty() && found) {
                return data.isEmpty() ? null : new Received(lastId, type, data);
            }
        }
        return null;
    }

    /// Leaves.
    @Override
    public void close() {
        client.shutdownNow();
    }
}
