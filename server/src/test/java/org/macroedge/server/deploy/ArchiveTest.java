package org.macroedge.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.home.ServerFile;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// The archive of this machine, built, unpacked and started where there is neither Java nor Maven nor Node.
@Tag("system")
@Timeout(300)
class ArchiveTest {

    private static final Path BUILD = Path.of("../deploy/archive/build").toAbsolutePath();
    private static final Path APP = Path.of("target/app").toAbsolutePath();

    /// What the launcher and PostgreSQL call; `unshare` as root alone.
    private static final List<String> PROGRAMS =
            List.of("bash", "cat", "dirname", "env", "id", "locale", "readlink", "sh", "sleep", "stat", "unshare");

    private final Path folder;

    ArchiveTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private String run(ProcessBuilder command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "run", ".log");
        Path output = Files.createTempFile(folder, "run", ".out");
        Process process = command.redirectError(log.toFile())
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("%s", command.command())
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as("%s%n%s", command.command(), Files.readString(log))
                .isZero();
        return Files.readString(output);
    }

    private Path unpacked() throws IOException, InterruptedException {
        assertThat(APP.resolve("macro-edge.jar")).as("what mvn verify builds").exists();
        String archive = run(new ProcessBuilder(
                        BUILD.toString(), "--app", APP.toString(), "--output", folder.toString()))
                .strip();
        run(new ProcessBuilder("sha256sum", "--check", "--strict", archive + ".sha256").directory(folder.toFile()));
        run(new ProcessBuilder("tar", "-C", folder.toString(), "-xf", archive));
        return Path.of(archive.replace(".tar.gz", ""));
    }

    /// A folder with nothing in it but the programs that every system has.
    private Path programs() throws IOException {
        Path programs = Files.createDirectory(folder.resolve("programs"));
        for (String name : PROGRAMS) {
            for (String place : List.of("/usr/bin/", "/bin/")) {
                if (Files.exists(Path.of(place + name)) && Files.notExists(programs.resolve(name))) {
                    Files.createSymbolicLink(programs.resolve(name), Path.of(place + name));
                }
            }
        }
        return programs;
    }

    private ProcessBuilder launched(Path archive, Path programs, String... arguments) {
        ProcessBuilder builder =
                new ProcessBuilder(archive.resolve("macro-edge").toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        programs.toString(),
                        "HOME",
                        folder.toString(),
                        "MACRO_EDGE_AOT",
                        "off",
                        "MACRO_EDGE_SOURCES",
                        "none"));
        return builder.directory(folder.toFile());
    }

    @Test
    void itServesTheBoardAndTellsABias() throws Exception {
        Path archive = unpacked();
        Path programs = programs();
        Path log = folder.resolve("server.log");
        Process server = launched(archive, programs, "serve", "--port", "0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            URI address = awaitServer(server, log);

            JsonNode bias = Json.mapper()
                    .readTree(run(launched(
                            archive, programs, "bias", "--as-of", "2021-09-03T12:29:59Z", "--format", "json")));

            assertThat(bias.path("sampleOnly").asBoolean()).isTrue();
            assertThat(bias.path("asOf").asString()).isEqualTo("2021-09-03T12:29:59Z");
            assertThat(page(address)).contains("<div id=\"root\">");
            assertThat(Files.readString(log)).doesNotContain("building", "missing on this machine");
        } finally {
            server.destroy();
            assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private URI awaitServer(Process server, Path log) throws IOException, InterruptedException {
        HomeDirectory home = new HomeDirectory(folder.resolve(".macro-edge"));
        while (ServerFile.read(home).isEmpty()) {
            assertThat(server.isAlive()).as(Files.readString(log)).isTrue();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return ServerFile.read(home).orElseThrow().address();
    }

    private static String page(URI address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/"))
                    .header("Accept", "text/html")
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
