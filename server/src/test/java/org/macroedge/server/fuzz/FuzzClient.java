package org.macroedge.server.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// Sends files to a server as a browser or a program does.
final class FuzzClient implements AutoCloseable {

    /// An import of a small file takes a hundredth of a second.
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> TYPES = List.of(
            "text/csv", "application/octet-stream", "application/json", "image/png", "text/html; charset=utf-7", "");

    private final URI server;
    private final HttpClient client = HttpClient.newHttpClient();

    FuzzClient(URI server) {
        this.server = server;
    }

    /// An answer without what differs between a dry run and an import.
    record Answer(int status, JsonNode body) {

        long batch() {
            return body.path("batch").asLong(0);
        }

        /// All of it but the number of the batch.
        String comparable() {
            return status + " " + body.toString().replaceFirst("\"batch\":[0-9]+", "\"batch\":null");
        }
    }

    Answer upload(FuzzLayout layout, byte[] file, boolean dryRun, SplittableRandom random)
            throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String type = TYPES.get(random.nextInt(TYPES.size()));
        part(
                body,
                "layout",
                layout.name() + ".yaml",
                "application/yaml",
                layout.profile().getBytes(StandardCharsets.UTF_8));
        part(body, "file", layout.fileName(), type, file);
        body.writeBytes("--f-u-z-z--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(request("imports?profile=" + layout.name() + "&dryRun=" + dryRun)
                .header("Content-Type", "multipart/form-data; boundary=f-u-z-z")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String name, String file, String type, byte[] content) {
        String head = "--f-u-z-z\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file
                + "\"\r\n" + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n") + "\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    Answer undo(long batch) throws IOException, InterruptedException {
        return send(request("imports/" + batch + "/undo").POST(HttpRequest.BodyPublishers.noBody()));
    }

    /// Every release of the store, as CSV.
    String releases() throws IOException, InterruptedException {
        return client.send(request("exports/releases?layout=import").build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve("/api/v1/" + path)).timeout(PATIENCE);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), Json.mapper().readTree(answer.body()));
    }

    @Override
    public void close() {
        client.close();
    }
}
