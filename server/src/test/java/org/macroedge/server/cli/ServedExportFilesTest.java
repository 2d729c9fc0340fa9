package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.app.Server;

/// Exports as files: a part of the rows, some columns, another format, a range of bytes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedExportFilesTest {

    private static final String PAYROLLS = "us-nonfarm-payrolls";

    private final HttpClient client = HttpClient.newHttpClient();
    private SampleHome home;
    private Server server;

    @BeforeAll
    void serve(@TempDir Path folder) throws Exception {
        home = new SampleHome(folder);
        home.load();
        server = home.serve();
    }

    @AfterAll
    void stop() {
        server.close();
        client.close();
    }

    private HttpResponse<byte[]> send(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve("/api/v1/exports/" + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        for (int index = 0; index < headers.length; index += 2) {
            request.header(headers[index], headers[index + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private List<List<String>> rows(String path) throws Exception {
        HttpResponse<byte[]> answer = send("GET", path);
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(body).isEqualTo(200);
        return body.lines()
                .skip(1)
                .map(line -> Arrays.asList(line.split(",", -1)))
                .toList();
    }

    @Test
    void aPartIsThatPartOfTheWhole() throws Exception {
        List<List<String>> all = rows("surprises?columns=indicator,released_at,region,z");

        assertThat(rows("surprises?columns=indicator,released_at,region,z&indicator=" + PAYROLLS))
                .isNotEmpty()
                .containsExactlyElementsOf(all.stream()
                        .filter(row -> row.getFirst().equals(PAYROLLS))
                        .toList());
        assertThat(rows("surprises?columns=indicator,released_at,region,z&region=EA"))
                .isNotEmpty()
                .containsExactlyElementsOf(
                        all.stream().filter(row -> row.get(2).equals("EA")).toList());
        assertThat(rows("surprises?columns=indicator,released_at,region,z&from=2021-09-03T12:30:00Z&to=2021-09-10"))
                .isNotEmpty()
                .containsExactlyElementsOf(all.stream()
                        .filter(row -> row.get(1).compareTo("2021-09-03T12:30:00Z") >= 0
                                && row.get(1).compareTo("2021-09-10T23:59:59Z") <= 0)
                        .toList());
    }

    /// No reason of a bias is left out.
    @Test
    void anInstrumentHasTheIndicatorsThatWeighInItsBias() throws Exception {
        List<String> weighing = rows("surprises?columns=indicator&instrument=eurusd").stream()
                .map(List::getFirst)
                .distinct()
                .toList();
        String explained = SampleHome.get(server, "/api/v1/bias/EURUSD/explanation?asOf=2021-09-03T12:30:00Z")
                .body();
        List<String> reasons = Pattern.compile("\"releaseId\":\"([a-z0-9-]+)@")
                .matcher(explained)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(reasons).hasSizeGreaterThan(20);
        assertThat(weighing).containsAll(reasons).noneMatch(indicator -> indicator.startsWith("jp-"));
    }

    @Test
    void releasesAndSurprisesHaveTheSameReleases() throws Exception {
        assertThat(rows("releases?columns=indicator,released_at,release_id,actual"))
                .containsExactlyInAnyOrderElementsOf(rows("surprises?columns=indicator,released_at,release_id,actual"));
    }

    @Test
    void theInstantIsOneWhereTheLayoutForImportHasADate() throws Exception {
        assertThat(rows("releases?columns=released_at"))
                .allSatisfy(row -> assertThat(row.getFirst()).endsWith("Z"));
        assertThat(rows("releases?layout=import&columns=released_at"))
                .anySatisfy(row -> assertThat(row.getFirst()).matches("\\d{4}-\\d{2}-\\d{2}"));
        assertThat(rows("releases?columns=date_only").stream()
                        .filter(row -> row.getFirst().equals("true"))
                        .count())
                .isEqualTo(rows("releases?layout=import&columns=released_at").stream()
                        .filter(row -> row.getFirst().length() == 10)
                        .count());
    }

    @ParameterizedTest
    @CsvSource({
        "surprises?indicator=us-cpi-mo, 404, unknown-indicator",
        "surprises?instrument=EURUS, 404, unknown-instrument",
        "releases?columns=zz, 400, invalid-request",
        "releases?format=ods, 400, invalid-request",
        "releases?dialect=excel, 400, invalid-request",
        "releases?dialect=metatrader, 400, invalid-request",
        "releases?format=xlsx&dialect=spreadsheet-de, 400, invalid-request",
        "releases?serverTime=new-york%2B7, 400, invalid-request",
        "bias?symbols=EURUSD:x, 400, invalid-request",
        "bias?dialect=metatrader&serverTime=%2B02:00&symbols=EURUS:x, 404, unknown-instrument",
        "releases?layout=x, 400, invalid-request",
        "bias?instrument=EURUS, 404, unknown-instrument",
        "releases?from=2021-09-03&to=2021-09-01, 400, invalid-instant",
        "prices?from=2021-09-03&to=2021-09-01, 400, invalid-instant"
    })
    void whatDoesNotExistIsRefused(String path, int status, String code) throws Exception {
        HttpResponse<byte[]> answer = send("GET", path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("urn:macro-edge:problem:" + code);
    }

    @ParameterizedTest
    @CsvSource({
        "releases, parquet",
        "surprises, parquet",
        "bias, parquet",
        "indices, csv",
        "prices, parquet",
        "surprises, xlsx",
        "bias, arrow"
    })
    void aFileHasItsLengthAndGivesItsPartsWithOneTag(String export, String format) throws Exception {
        String path = export + "?format=" + format;
        HttpResponse<byte[]> whole = send("GET", path);
        HttpResponse<byte[]> head = send("HEAD", path);
        HttpResponse<byte[]> part = send("GET", path, "Range", "bytes=4-11");
        HttpResponse<byte[]> end = send("GET", path, "Range", "bytes=-8");

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.headers().firstValueAsLong("Content-Length")).hasValue(whole.body().length);
        assertThat(whole.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"" + export + "." + format + "\"");
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(whole.body().length);
        assertThat(head.body()).isEmpty();
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 4, 12));
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 4-11/" + whole.body().length);
        assertThat(end.body())
                .isEqualTo(Arrays.copyOfRange(whole.body(), whole.body().length - 8, whole.body().length));
        String tag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(List.of(head, part, end))
                .allSatisfy(answer ->
                        assertThat(answer.headers().firstValue("ETag")).hasValue(tag));
        assertThat(send("GET", path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    /// A download that is continued after the store has changed must not become a file of two.
    @ParameterizedTest
    @CsvSource({"'', 206", "\"wrong\", 200", "W/, 200", "'Sat, 28 Nov 2026 12:00:00 GMT', 200"})
    void aRangeOfOtherBytesIsTheWhole(String condition, int status) throws Exception {
        String tag = send("HEAD", "releases").headers().firstValue("ETag").orElseThrow();
        String asked = condition.isEmpty() ? tag : condition.equals("W/") ? "W/" + tag : condition;
        HttpResponse<byte[]> answer = send("GET", "releases", "Range", "bytes=0-9", "If-Range", asked);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body())
                .hasSize(status == 206 ? 10 : send("GET", "releases").body().length);
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
    }

    @Test
    void theTagOfAnExportIsNotThatOfAnother() throws Exception {
        String columns = "?columns=indicator,released_at,actual";
        String tag =
                send("GET", "surprises" + columns).headers().firstValue("ETag").orElseThrow();
        send("GET", "releases" + columns + "&layout=import");

        assertThat(send("GET", "releases" + columns, "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsNoFileIsNotReplaced(@TempDir Path folder) throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path file = Files.writeString(folder.resolve("file.csv"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        Path kept = Files.writeString(folder.resolve("file.csv.next"), "of the user");

        CommandLineRunner.Ended refused = home.run("export indices --output " + empty);
        assertThat(refused.status()).isOne();
        assertThat(refused.errors()).contains("it is a folder").doesNotContain("null");
        assertThat(home.run("export indices --output " + link).status()).isZero();
        assertThat(home.run("export indices --output /dev/null").status()).isZero();

        assertThat(empty).isEmptyDirectory();
        assertThat(link).isSymbolicLink();
        assertThat(file).content().startsWith("index,as_of,");
        assertThat(kept).content().isEqualTo("of the user");
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void aParquetFileBeginsAndEndsAsOneAndIsWhatTheRequestAccepts() throws Exception {
        byte[] asked = send("GET", "surprises?format=parquet").body();
        HttpResponse<byte[]> accepted = send("GET", "surprises", "Accept", "application/vnd.apache.parquet, */*;q=0.1");

        assertThat(new String(asked, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("PAR1");
        assertThat(new String(asked, asked.length - 4, 4, StandardCharsets.US_ASCII))
                .isEqualTo("PAR1");
        assertThat(accepted.headers().firstValue("Content-Type")).hasValue("application/vnd.apache.parquet");
        assertThat(accepted.body()).isEqualTo(asked);
        assertThat(send("GET", "surprises", "Accept", "*/*").headers().firstValue("Content-Type"))
                .hasValue("text/csv;charset=UTF-8");
    }

    @Test
    void aCommandWritesTheFileThatTheServerSends(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("surprises.parquet");
        CommandLineRunner.Ended ended = home.run("export surprises --format parquet --region US --output " + file);

        assertThat(ended.status()).as(ended.errors()).isZero();
        assertThat(ended.out()).isEmpty();
        assertThat(file)
                .hasBinaryContent(
                        send("GET", "surprises?format=parquet&region=US").body());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    /// A byte order mark and tabs survive both ways, with a server and without.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "surprises --dialect spreadsheet-de --region US | surprises?dialect=spreadsheet-de&region=US",
                "bias --dialect metatrader --server-time new-york+7 --symbols eurusd:FX.EUR --symbol-suffix .r"
                        + " --from 2021-09-01 | bias?dialect=metatrader&serverTime=new-york%2B7"
                        + "&symbols=EURUSD:FX.EUR&symbolSuffix=.r&from=2021-09-01"
            })
    void aCommandPrintsTheDialectThatTheServerSends(String command, String path, @TempDir Path folder)
            throws Exception {
        String sent = new String(send("GET", path).body(), StandardCharsets.UTF_8);
        CommandLineRunner.Ended served = home.run("export " + command);
        SampleHome own = new SampleHome(folder);
        own.load();
        CommandLineRunner.Ended alone = own.run("export " + command);

        assertThat(sent.lines().count()).isGreaterThan(10);
        assertThat(served.out()).isEqualTo(sent);
        assertThat(alone.out()).isEqualTo(sent);
        if (command.contains("metatrader")) {
            assertThat(sent)
                    .startsWith("instrument\tas_of_server\t")
                    .contains("\nFX.EUR\t2021.09.0", "\nSPX.r\t2021.09.0")
                    .doesNotContain("EURUSD");
        } else {
            assertThat(sent).startsWith("\uFEFFindicator;released_at_date;released_at_time;actual;");
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedAndAnOldOneStays(@TempDir Path folder) throws Exception {
        Path old = Files.writeString(folder.resolve("old.csv"), "kept");
        CommandLineRunner.Ended unknown = home.run("export surprises --indicator us-cpi-mo --output " + old);
        CommandLineRunner.Ended missing = home.run("export surprises --output " + folder.resolve("none/x.csv"));
        CommandLineRunner.Ended terminal = home.run("export surprises --format parquet");

        assertThat(unknown.status()).isEqualTo(1);
        assertThat(old).hasContent("kept");
        assertThat(missing.errors()).contains("none/x.csv cannot be written: its folder does not exist");
        assertThat(terminal.errors()).contains("--format parquet needs a file: it is not text");
        assertThat(terminal.out()).isEmpty();
    }
}
