package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.sources.fetch.FaultServer;

/// A key of a vault and the vault's token are in nothing that a process writes: its home with the files of the
/// database, its output and its log. A stub stands in for the vault, and the publisher repeats the key in each answer.
@Tag("system")
class CanaryProcessTest {

    private static final String CANARY = "canary7f3a91c4d2e8b6";
    private static final String TOKEN = "canary-token-77aa";

    @TempDir
    private Path folder;

    private static String secret() {
        return FaultServer.answer(
                "200 OK",
                "Content-Type: application/json\r\n",
                "{\"data\":{\"data\":{\"MACRO_EDGE_BLS_KEY\":\"" + CANARY + "\",\"MACRO_EDGE_FRED_KEY\":\"" + CANARY
                        + "\"},\"metadata\":{\"created_time\":\"2026-11-26T12:00:00Z\",\"deletion_time\":\"\","
                        + "\"destroyed\":false,\"version\":1}}}");
    }

    private Map<String, String> variables(FaultServer vault, FaultServer publisher) throws IOException {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("MACRO_EDGE_HOME", folder.resolve("home").toString());
        variables.put(
                "MACRO_EDGE_CATALOGUE", Path.of("../catalogue").toAbsolutePath().toString());
        variables.put("MACRO_EDGE_SAMPLE", "none");
        variables.put("MACRO_EDGE_SOURCES", "bls,fred");
        variables.put(
                "MACRO_EDGE_SOURCE_ADDRESSES",
                "bls=" + publisher.address("/bls") + ",fred=" + publisher.address("/fred"));
        variables.put("MACRO_EDGE_FRED_TERMS", "accepted");
        variables.put("MACRO_EDGE_KEYS", "vault:secret/macro-edge");
        variables.put("MACRO_EDGE_VAULT_ADDRESS", vault.address("").toString());
        variables.put("MACRO_EDGE_VAULT_TOKEN", TOKEN);
        return variables;
    }

    @Test
    void noFileOfTheHomeAndNoLineOfTheOutputHoldsTheKey() throws Exception {
        String answer = "{\"status\":\"REQUEST_NOT_PROCESSED\",\"message\":[\"bad key " + CANARY + "\"],"
                + "\"error_code\":400,\"error_message\":\"bad key " + CANARY + "\"}";
        try (FaultServer vault = FaultServer.of(secret());
                FaultServer publisher = FaultServer.of(FaultServer.answer("200 OK", "", answer))) {
            Map<String, String> variables = variables(vault, publisher);
            for (String words :
                    List.of("ingest", "sources list", "doctor", "sources check --source bls", "jobs list")) {
                MacroEdgeProcess command = MacroEdgeProcess.start(
                        folder.resolve(words.replace(' ', '-') + ".log"), variables, words.split(" "));
                command.await();
                assertThat(command.written()).as(words).isNotBlank();
            }
            assertThat(vault.requests()).isNotEmpty().allMatch(request -> request.contains(TOKEN));
            assertThat(publisher.requests()).isNotEmpty().allMatch(request -> request.contains(CANARY));
        }
        assertThat(Files.readString(folder.resolve("ingest.log"))).contains("bad key ***");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(100)
                    .noneMatch(CanaryProcessTest::holdsCanary);
        }
    }

    private static boolean holdsCanary(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return text.contains(CANARY) || text.contains(TOKEN);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
