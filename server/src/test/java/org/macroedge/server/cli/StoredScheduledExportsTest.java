package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.exports.s3.AwsProperties;
import org.macroedge.server.jobs.view.JobRunItem;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.net.MotoServer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Scheduled exports into S3, in whose place moto stands, onto a disk that is full, and by a process that is killed.
@Tag("system")
class StoredScheduledExportsTest {

    private static final String FILE = "us-2022-02-01T080000Z.csv";
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    @TempDir
    static Path shared;

    private static SampleHome home;

    @TempDir
    Path folder;

    @BeforeAll
    static void load() {
        home = new SampleHome(shared);
        home.load();
    }

    private Map<String, String> exports(String entry) throws IOException {
        Path file = Files.writeString(folder.resolve("exports.yaml"), "exports:\n- {" + entry + "}\n");
        return Map.of("MACRO_EDGE_EXPORTS", file.toString());
    }

    private Server serve(String output) throws IOException {
        String entry = "id: us, export: surprises, region: US, times: [08:00], output: " + output;
        return Server.start(home.settings(exports(entry)), SampleHome.CLOCK, note -> {});
    }

    private static JobRunItem run(Server server) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve("/api/v1/jobs/scheduled_export.us/run"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return Json.mapper().readValue(SampleHome.send(request).body(), JobRunItem.class);
    }

    @Test
    void anObjectIsStoredOnceAndStays() throws Exception {
        try (MotoServer moto = MotoServer.start(folder.resolve("moto.log"));
                AwsProperties aws = new AwsProperties(folder, moto.address().toString());
                S3Client client = S3Client.builder()
                        .forcePathStyle(true)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
                Server server = serve("s3://exports/daily")) {
            JobRunItem early = run(server);
            assertThat(early.outcome()).isEqualTo("failed");
            DeclaredMessages.assertSeen("S3Message.NO_BUCKET", String.valueOf(early.result()));
            client.createBucket(request -> request.bucket("exports")
                    .createBucketConfiguration(place -> place.locationConstraint("eu-central-1")));

            JobRunItem stored = run(server);

            assertThat(stored.outcome()).as(stored.result()).isEqualTo("succeeded");
            assertThat(stored.result()).startsWith(FILE + " has ");
            String text = text(client);
            assertThat(text)
                    .isEqualTo(home.run("export surprises --region US --as-of 2022-02-01T08:00:00Z")
                            .out());
            assertThat(client.headObject(request -> request.bucket("exports").key("daily/" + FILE))
                            .metadata())
                    .containsEntry("export", "surprises")
                    .containsEntry("as-of", "2022-02-01T08:00:00Z")
                    .containsEntry("sample-only", "true")
                    .containsEntry("stale", "true")
                    .containsKey("recorded-at");
            client.putObject(
                    request -> request.bucket("exports").key("daily/" + FILE), RequestBody.fromString("another"));
            assertThat(run(server).result()).isEqualTo(FILE + " was there and stays as it was");
            assertThat(text(client)).isEqualTo("another");
        }
    }

    private static String text(S3Client client) {
        return client.getObjectAsBytes(request -> request.bucket("exports").key("daily/" + FILE))
                .asString(StandardCharsets.UTF_8);
    }

    @Test
    void aFullDiskFailsTheRunAndALaterOneWritesTheFile() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 16);
                Server server = serve(disk.folder().toString())) {
            disk.fill();
            JobRunItem full = run(server);
            assertThat(full.outcome()).isEqualTo("failed");
            DeclaredMessages.assertSeen("ScheduledExportMessage.FAULTY_FOLDER", String.valueOf(full.result()));
            assertThat(full.result()).contains(" cannot be used: the disk is full. ");
            assertThat(names(disk.folder())).containsExactly("ballast");
            disk.free();

            assertThat(run(server).outcome()).isEqualTo("succeeded");
            assertThat(names(disk.folder())).containsExactly(FILE);
        }
    }

    @Test
    void aProcessThatIsKilledWhileItWritesLeavesNoFileOfTheName() throws Exception {
        Path out = Files.createDirectory(folder.resolve("out"));
        Map<String, String> variables =
                exports("id: big, export: bias, from: 2015-01-01, at: release, times: [00:00], output: " + out);
        Path copy = folder.resolve("home");
        new SampleHome(copy).load();
        MacroEdgeProcess killed = start(copy, variables, "killed.log");
        long start = System.nanoTime();
        while (partly(out).isEmpty()) {
            assertThat(killed.process().isAlive()).as(killed.written()).isTrue();
            assertThat(System.nanoTime() - start).isLessThan(PATIENCE_NANOS);
            TimeUnit.MILLISECONDS.sleep(5);
        }
        killed.kill();
        assertThat(names(out)).as(killed.written()).isNotEmpty().allMatch(name -> name.endsWith(".next"));

        MacroEdgeProcess again = start(copy, variables, "again.log");
        assertThat(again.await()).as(again.written()).isZero();

        List<String> written =
                names(out).stream().filter(name -> name.endsWith(".csv")).toList();
        assertThat(written).singleElement().asString().matches("big-\\d{4}-\\d\\d-\\d\\dT000000Z\\.csv");
        Matcher times = Pattern.compile("as\\s+of\\s+(\\S+),\\s+recorded\\s+at\\s+(\\S+Z)")
                .matcher(again.written());
        assertThat(times.find()).as(again.written()).isTrue();
        Path asked = folder.resolve("asked.csv");
        MacroEdgeProcess command = MacroEdgeProcess.start(
                folder.resolve("asked.log"),
                Map.of("MACRO_EDGE_SOURCES", "none"),
                ("export bias --from 2015-01-01 --at release --as-of " + times.group(1) + " --recorded-at "
                                + times.group(2) + " --output " + asked + " --catalogue ../catalogue --home " + copy)
                        .split(" "));
        assertThat(command.await()).as(command.written()).isZero();
        assertThat(out.resolve(written.getFirst())).hasSameBinaryContentAs(asked);
    }

    private MacroEdgeProcess start(Path copy, Map<String, String> variables, String log) throws IOException {
        return MacroEdgeProcess.start(
                folder.resolve(log),
                Map.of("MACRO_EDGE_SOURCES", "none", "MACRO_EDGE_EXPORTS", variables.get("MACRO_EDGE_EXPORTS")),
                ("jobs run scheduled_export.big --catalogue ../catalogue --home " + copy).split(" "));
    }

    /// The files that have some bytes and not yet their name.
    private static List<Path> partly(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(file -> file.getFileName().toString().matches("\\.big-\\d+\\.next"))
                    .filter(file -> file.toFile().length() > 0)
                    .toList();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
