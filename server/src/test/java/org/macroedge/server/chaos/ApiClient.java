package org.macroedge.server.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Asks a server with a key.
final class ApiClient {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI server;
    private final String key;

    ApiClient(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    /// @return null where no answer came
    @Nullable
    HttpResponse<String> get(String path) throws InterruptedException {
        return send(request(path));
    }

    /// @param name of the push, which makes one that comes again the same; null for none
    /// @return null where no answer came
    @Nullable
    HttpResponse<String> post(String path, @Nullable String name, String body) throws InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(name == null ? request : request.header("Idempotency-Key", name));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).header("Authorization", "Bearer " + key);
    }

    private @Nullable HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            return null;
        }
    }
}
