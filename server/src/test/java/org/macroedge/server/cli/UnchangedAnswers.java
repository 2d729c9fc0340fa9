package org.macroedge.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/// Answers that an earlier version gave, each as the hash of its bytes; `unchanged/README.md` states their origin.
final class UnchangedAnswers {

    private static final String FOLDER = "/org/macroedge/server/unchanged/";

    private UnchangedAnswers() {}

    /// The paths of a list that a server now answers with other bytes, in the order of the list.
    static List<String> changed(String list, URI server) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return lines(list).stream()
                    .filter(line -> !line.startsWith(hash(client, server, path(line))))
                    .map(UnchangedAnswers::path)
                    .toList();
        }
    }

    /// The lines of a list: a hash, a space, a path below `/api/v1/`.
    static List<String> lines(String list) {
        try (var stream = Objects.requireNonNull(UnchangedAnswers.class.getResourceAsStream(FOLDER + list))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String path(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }

    private static String hash(HttpClient client, URI server, String path) {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve("/api/v1/" + path)).build();
        try {
            byte[] body = client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (IOException fault) {
            throw new UncheckedIOException(path, fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(path, interrupted);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
