package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.cli.CommandLineRunner.Ended;
import org.macroedge.server.exports.s3.AwsProperties;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.net.FreePort;
import org.macroedge.server.platform.net.MotoServer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Exports as objects of S3, in whose place moto stands.
@Tag("system")
class StoredExportTest {

    private static final Path PYTHON = Path.of("../target/readers/bin/python");
    private static final Path SCRIPT = Path.of("src/test/resources/org/macroedge/server/exports/stored.py");
    private static final String TEMPORARY = "java.io.tmpdir";
    private static final String US = "export surprises --region US --as-of 2021-09-03T12:30:00Z";

    @TempDir
    static Path folder;

    private static SampleHome home;
    private static MotoServer moto;
    private static AwsProperties aws;
    private static S3Client client;

    @BeforeAll
    static void start() throws Exception {
        home = new SampleHome(folder.resolve("home"));
        home.load();
        moto = MotoServer.start(folder.resolve("moto.log"));
        aws = new AwsProperties(folder, moto.address().toString());
        client = S3Client.builder()
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        client.createBucket(request ->
                request.bucket("exports").createBucketConfiguration(place -> place.locationConstraint("eu-central-1")));
    }

    @AfterAll
    static void stop() {
        client.close();
        aws.close();
        moto.close();
    }

    @Test
    void objectsAreWhatAServerSendsAndWhatProgramsRead() throws Exception {
        Path csv = folder.resolve("read.csv");
        Path parquet = folder.resolve("read.parquet");
        try (Server server = home.serve()) {
            assertStored(home.run(US + " --output s3://exports/served/us.csv"));
            assertStored(home.run(US + " --format parquet --output s3://exports/served/us.parquet"));
            client.getObject(request -> request.bucket("exports").key("served/us.csv"), csv);
            client.getObject(request -> request.bucket("exports").key("served/us.parquet"), parquet);
            assertThat(csv)
                    .content()
                    .isEqualTo(SampleHome.get(server, "/api/v1/exports/surprises?region=US&asOf=2021-09-03T12:30:00Z")
                            .body());
        }

        assertThat(head("served/us.csv").contentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(head("served/us.parquet").contentType()).isEqualTo("application/vnd.apache.parquet");
        assertThat(head("served/us.parquet").metadata())
                .isEqualTo(Map.of("export", "surprises", "as-of", "2021-09-03T12:30:00Z", "sample-only", "true"));
        assertThat(rows(csv, parquet))
                .isEqualTo(Files.readAllLines(csv).size() - 1L)
                .isPositive();
    }

    /// In a process of its own, by the variables that a user sets.
    @Test
    void aCommandAloneReplacesAnObjectAndLeavesNoFile() throws Exception {
        put("alone.csv", "before");
        Path spools = Files.createDirectory(folder.resolve("spools"));
        MacroEdgeProcess process = MacroEdgeProcess.start(
                folder.resolve("alone.log"),
                Map.of(
                        "AWS_ENDPOINT_URL_S3",
                        moto.address().toString().replace("127.0.0.1", "localhost"),
                        "AWS_REGION",
                        "eu-central-1",
                        "AWS_ACCESS_KEY_ID",
                        "id",
                        "AWS_SECRET_ACCESS_KEY",
                        AwsProperties.SECRET,
                        "JAVA_TOOL_OPTIONS",
                        "-Djava.io.tmpdir=" + spools,
                        "MACRO_EDGE_SOURCES",
                        "none"),
                (US + " --output s3://exports/alone.csv --catalogue ../catalogue --home " + home.folder()).split(" "));

        assertThat(process.await()).as(process.written()).isZero();
        assertThat(process.written()).doesNotContain(AwsProperties.SECRET, "WARN", "slf4j");
        assertThat(text("alone.csv")).isEqualTo(home.run(US).out()).startsWith("indicator,");
        assertThat(head("alone.csv").metadata()).containsEntry("as-of", "2021-09-03T12:30:00Z");
        try (Stream<Path> left = Files.list(spools)) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith("export-")))
                    .isEmpty();
        }
    }

    @Test
    void anExportThatFailsLeavesTheObjectAsItWasAndNoFile() throws Exception {
        put("kept.csv", "before");
        String objects = objects();
        String before = System.getProperty(TEMPORARY);
        Path spools = Files.createDirectory(folder.resolve("unsent")); // others write to that of the machine
        try {
            System.setProperty(TEMPORARY, spools.toString());
            Ended unknown = home.run("export surprises --indicator us-cpi-mo --output s3://exports/kept.csv");
            assertSeen("UnknownName.INDICATOR", unknown);
            assertSeen("S3Message.NO_BUCKET", home.run(US + " --output s3://none-of-these/kept.csv"));
            System.setProperty(AwsProperties.ENDPOINT, "http://127.0.0.1:" + FreePort.any());
            assertSeen("S3Message.UNREACHABLE", home.run(US + " --output s3://exports/kept.csv"));
            System.setProperty(TEMPORARY, folder.resolve("none").toString());
            assertSeen("S3Message.NO_SPOOL", home.run(US + " --output s3://exports/kept.csv"));
        } finally {
            System.setProperty(TEMPORARY, before);
            System.setProperty(AwsProperties.ENDPOINT, moto.address().toString());
        }

        assertThat(text("kept.csv")).isEqualTo("before");
        assertThat(objects()).isEqualTo(objects);
        assertThat(spools).isDirectoryNotContaining("glob:**.next");
    }

    private static void assertStored(Ended ended) {
        assertThat(ended.status()).as(ended.errors()).isZero();
        assertThat(ended.out()).isEmpty();
    }

    private static void assertSeen(String message, Ended ended) {
        assertThat(ended.status()).isOne();
        assertThat(ended.errors()).doesNotContain("\tat ", AwsProperties.SECRET);
        String told = ended.errors()
                .lines()
                .filter(line -> line.startsWith("macro-edge: "))
                .findFirst()
                .orElse(ended.errors());
        DeclaredMessages.assertSeen(message, told.replace("macro-edge: ", ""));
    }

    private static void put(String key, String text) {
        client.putObject(request -> request.bucket("exports").key(key), RequestBody.fromString(text));
    }

    private static String text(String key) {
        return client.getObjectAsBytes(request -> request.bucket("exports").key(key))
                .asString(StandardCharsets.UTF_8);
    }

    private static HeadObjectResponse head(String key) {
        return client.headObject(request -> request.bucket("exports").key(key));
    }

    private static String objects() {
        return client.listObjectsV2(request -> request.bucket("exports")).contents().stream()
                .map(S3Object::key)
                .toList()
                .toString();
    }

    private static long rows(Path csv, Path parquet) throws IOException, InterruptedException {
        assertThat(PYTHON).as("the readers, which .ci/tools installs").isExecutable();
        Process readers = new ProcessBuilder(
                        PYTHON.toAbsolutePath().toString(), SCRIPT.toString(), csv.toString(), parquet.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(readers.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(readers.waitFor()).as(told).isZero();
        return Long.parseLong(told.strip());
    }
}
