package org.macroedge.server.sources.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.KeyPlace;
import org.macroedge.server.sources.fetch.FaultServer;

/// A stub that answers as the interface of KV version 2 is documented stands in for a vault.
class VaultSecretTest {

    private static final String TOKEN = "canary-token-5b1e";
    private static final String DATA = """
        {"request_id":"a","lease_id":"","renewable":false,"lease_duration":0,"wrap_info":null,"warnings":null,
         "auth":null,"data":{"data":%s,"metadata":{"created_time":"2026-11-26T12:00:00.123456Z",
         "custom_metadata":null,"deletion_time":"","destroyed":false,"version":%d}}}\
        """;

    @TempDir
    private Path folder;

    private static String ok(String fields, int version) {
        return FaultServer.answer("200 OK", "Content-Type: application/json\r\n", DATA.formatted(fields, version));
    }

    private static Map<String, String> read(URI address, @Nullable Path file) {
        return new VaultSecret(new KeyPlace(
                        KeyPlace.Store.VAULT, "secret", "teams/macro-edge", address, file == null ? TOKEN : null, file))
                .read();
    }

    private static Map<String, String> read(String answer) throws IOException {
        try (FaultServer stub = FaultServer.of(answer)) {
            return read(stub.address(""), null);
        }
    }

    @Test
    void theFieldsOfTheLatestVersionAreRead() throws IOException {
        try (FaultServer stub = FaultServer.of(ok("{\"MACRO_EDGE_FRED_KEY\":\"abc\"}", 1))) {
            assertThat(read(stub.address(""), null)).containsExactly(Map.entry("MACRO_EDGE_FRED_KEY", "abc"));
            assertThat(stub.requests().getFirst())
                    .startsWith("GET /v1/secret/data/teams/macro-edge ")
                    .containsIgnoringCase("X-Vault-Token: " + TOKEN);

            stub.answerWith(FaultServer.text(ok("{\"MACRO_EDGE_FRED_KEY\":\"def\"}", 2)));
            assertThat(read(stub.address(""), null)).containsValue("def");
        }
    }

    @Test
    void theFileOfTheTokenIsReadEachTime() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "first-token\n");
        try (FaultServer stub = FaultServer.of(ok("{}", 1))) {
            assertThat(read(stub.address(""), file)).isEmpty();
            Files.writeString(file, "second-token");
            read(stub.address(""), file);

            assertThat(stub.requests().getFirst()).contains("first-token");
            assertThat(stub.requests().getLast()).contains("second-token");
            Files.delete(file);
            assertFault(KeyMessage.REFUSED, () -> read(stub.address(""), file));
            assertThat(stub.requests()).hasSize(2);
        }
    }

    private static void assertFault(KeyMessage message, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(KeyFault.class, fault -> {
            assertThat(fault.code()).isEqualTo(message.code());
            assertThat(fault.text())
                    .contains("vault:secret/teams/macro-edge at http://127.0.0.1:")
                    .doesNotContain(TOKEN, "Exception", "secret-text");
            assertThat(fault).hasNoCause();
            DeclaredMessages.assertSeen("KeyMessage." + message.name(), fault.text());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "403 Forbidden, REFUSED",
        "401 Unauthorized, REFUSED",
        "404 Not Found, NO_SECRET",
        "500 Internal Server Error, UNREACHABLE",
        "503 Service Unavailable, UNREACHABLE",
        "307 Temporary Redirect, UNREACHABLE"
    })
    void aStatusIsAFault(String status, KeyMessage message) {
        String answer = FaultServer.answer(
                status,
                "Content-Type: application/json\r\nLocation: https://example.org/\r\n",
                "{\"errors\":[\"secret-text\"]}");

        assertFault(message, () -> read(answer));
    }

    @Test
    void anAnswerOfAnotherFormIsAFault() {
        assertFault(KeyMessage.NOT_FIELDS, () -> read(ok("{\"MACRO_EDGE_FRED_KEY\":7}", 1)));
        assertFault(
                KeyMessage.UNREACHABLE,
                () -> read(FaultServer.answer("200 OK", "Content-Type: text/html\r\n", "<html>secret-text</html>")));
        assertFault(KeyMessage.UNREACHABLE, () -> read(""));
    }

    @Test
    void aSecretThatWasDeletedDoesNotExist() {
        String deleted = DATA.formatted("null", 3)
                .replace("\"deletion_time\":\"\"", "\"deletion_time\":\"2026-11-26T12:00:00Z\"");

        assertFault(
                KeyMessage.NO_SECRET,
                () -> read(FaultServer.answer("404 Not Found", "Content-Type: application/json\r\n", deleted)));
    }
}
