package org.macroedge.server.exports.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.net.FreePort;

/// What is sent, and what becomes of a refusal; a small server of the test answers in the place of S3.
class S3StoreTest {

    private static final S3Address ADDRESS = S3Address.of("s3://exports/a b/us.csv");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("us.csv"), "z\n0.25\n");
    }

    @Test
    void oneRequestHasTheWholeFileItsLengthAndItsHash() throws IOException {
        List<String> seen = new ArrayList<>();
        HttpServer server = answering(200, "", seen);
        try (AwsProperties aws = new AwsProperties(folder, address(server));
                S3Store store = S3Store.open()) {
            store.put(ADDRESS, file, "text/csv;charset=UTF-8", Map.of("export", "surprises"));
        } finally {
            server.stop(0);
        }

        assertThat(seen)
                .containsExactly("PUT /exports/a%20b/us.csv 7 text/csv;charset=UTF-8 surprises"
                        + " sb0jLyCmju1SAQpjOiL+BhVimu13WkKYQYrftYHa3kM= null z\n0.25\n");
    }

    @Test
    void aFileThatMustBeNewIsSentOnTheConditionThatNoObjectIsThere() throws IOException {
        List<String> conditions = new ArrayList<>();
        HttpServer server = answering(200, "", new ArrayList<>(), conditions);
        HttpServer taken = answering(412, "<Error><Code>PreconditionFailed</Code></Error>", new ArrayList<>());
        try (AwsProperties aws = new AwsProperties(folder, address(server));
                S3Store store = S3Store.open()) {
            assertThat(store.putNew(ADDRESS, file, "text/csv", Map.of())).isTrue();
            store.put(ADDRESS, file, "text/csv", Map.of());
        }
        try (AwsProperties aws = new AwsProperties(folder, address(taken));
                S3Store store = S3Store.open()) {
            assertThat(store.putNew(ADDRESS, file, "text/csv", Map.of())).isFalse();
            assertFault("FAILED", () -> store.put(ADDRESS, file, "text/csv", Map.of()));
        } finally {
            server.stop(0);
            taken.stop(0);
        }

        assertThat(conditions).containsExactly("*", "null");
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDenied, REFUSED",
        "403, SignatureDoesNotMatch, REFUSED",
        "401, '', REFUSED",
        "404, NoSuchBucket, NO_BUCKET",
        "404, '', FAILED",
        "301, PermanentRedirect, FAILED",
        "400, AuthorizationHeaderMalformed, FAILED",
        "502, '', FAILED"
    })
    void aRefusalSaysWhyInOneLine(int status, String code, String message) throws IOException {
        String body = code.isEmpty()
                ? "<html>"
                : "<Error><Code>" + code + "</Code><Message>canary " + AwsProperties.SECRET + "</Message></Error>";
        HttpServer server = answering(status, body, new ArrayList<>());
        try (AwsProperties aws = new AwsProperties(folder, address(server));
                S3Store store = S3Store.open()) {
            assertFault(message, () -> store.put(ADDRESS, file, "text/csv", Map.of()));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anEndpointWithoutAServerIsUnreachable() throws IOException {
        String nobody = "http://127.0.0.1:" + FreePort.any();
        try (AwsProperties aws = new AwsProperties(folder, nobody);
                S3Store store = S3Store.open()) {
            assertFault("UNREACHABLE", () -> store.put(ADDRESS, file, "text/csv", Map.of()));
        }
    }

    @Test
    void whatOneRequestCannotHaveIsNotSent() throws IOException {
        try (AwsProperties aws = new AwsProperties(folder, "http://127.0.0.1:" + FreePort.any());
                S3Store store = S3Store.open(6)) {
            assertFault("TOO_LARGE", () -> store.put(ADDRESS, file, "text/csv", Map.of()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws.region", "aws.accessKeyId", "aws.secretAccessKey"})
    void aSettingThatIsMissingIsToldBeforeAnythingIsSent(String name) {
        try (AwsProperties aws = new AwsProperties(folder, "http://127.0.0.1:1")) {
            aws.without(name);
            assertFault("NO_SETTINGS", S3Store::open);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://minio.example.org:9000, OPEN_ENDPOINT",
        "http://127.0.0.1.example.org, OPEN_ENDPOINT",
        "ftp://127.0.0.1, OPEN_ENDPOINT",
        "https://id:canary-s3-secret@minio.example.org, OPEN_ENDPOINT",
        "minio.example.org, NO_SETTINGS",
        "http://[, NO_SETTINGS"
    })
    void anEndpointThatOthersCanReadIsRefused(String endpoint, String message) {
        try (AwsProperties aws = new AwsProperties(folder, endpoint)) {
            assertFault(message, S3Store::open);
        }
    }

    private static HttpServer answering(int status, String body, List<String> seen) throws IOException {
        return answering(status, body, seen, new ArrayList<>());
    }

    private static HttpServer answering(int status, String body, List<String> seen, List<String> conditions)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Headers headers = exchange.getRequestHeaders();
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            conditions.add(String.valueOf(headers.getFirst("If-None-Match")));
            seen.add(String.join(
                    " ",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    headers.getFirst("Content-Length"),
                    headers.getFirst("Content-Type"),
                    headers.getFirst("x-amz-meta-export"),
                    headers.getFirst("x-amz-checksum-sha256"),
                    headers.getFirst("Content-Encoding"),
                    sent));
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void assertFault(String message, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(MacroEdgeException.class, fault -> {
            assertThat(fault).hasNoCause();
            assertThat(fault.getMessage()).doesNotContain(AwsProperties.SECRET, "canary", "Exception", "software.");
            DeclaredMessages.assertSeen("S3Message." + message, String.valueOf(fault.getMessage()));
        });
    }
}
