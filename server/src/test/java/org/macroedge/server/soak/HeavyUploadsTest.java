package org.macroedge.server.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Small uploads that hold much, several at once, to a server with the product's heap.
@Tag("system")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class HeavyUploadsTest {

    private static final String PROFILE = """
        source: mine
        file: {format: xlsx, columns: {title: event, instant: at, actual: actual}}
        instant: {pattern: "yyyy-MM-dd'T'HH:mm:ssX", zone: UTC}
        titles:
          - {title: Payrolls, indicator: us-nonfarm-payrolls}
        """;
    private static final String BOOK = """
        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\
        <sheet name="Data" sheetId="1" r:id="s1"/></sheets></workbook>\
        """;
    private static final String TYPES = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Override PartName="/xl/workbook.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>\
        """;
    private static final String RELATIONS = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="%s" \
        Target="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"/></Relationships>\
        """;
    private static final String HEADER = cells("event", "at", "actual");

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private ServerProcess server;

    @BeforeEach
    void start() throws Exception {
        server = ServerProcess.start(folder);
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    @Test
    void aServerSurvivesFourOfEachKindAtOnce() throws Exception {
        List<byte[]> books = List.of(
                book(1_100_000, number -> cells("Payrolls", "2021-09-03T12:30:00Z", "235000"), 0),
                book(900_000, HeavyUploadsTest::distinct, 0),
                book(1, HeavyUploadsTest::distinct, 60_000));
        for (byte[] book : books) {
            List<CompletableFuture<HttpResponse<String>>> sent =
                    IntStream.range(0, 4).mapToObj(copy -> send(book)).toList();

            for (CompletableFuture<HttpResponse<String>> answer : sent) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(422);
                assertThat(answer.get().body()).contains("urn:macro-edge:problem:file-fault");
            }
        }
        assertThat(get("/api/v1/imports").statusCode()).isEqualTo(200);
        assertThat(parts()).isEmpty();
        assertThat(server.log()).doesNotContain("OutOfMemory");
    }

    /// Its rows have titles that the profile does not know, so that nothing but the end of the file ends the reading.
    @Test
    void theWorkOfAClientThatLeftEnds() throws Exception {
        byte[] body = body(book(1_000_000, number -> cells("Tea " + random(number), "2021-09-03", "1"), 0));
        URI address = server.address();
        try (Socket client = new Socket("127.0.0.1", address.getPort())) {
            OutputStream out = client.getOutputStream();
            out.write(("POST /api/v1/imports?profile=mine&dryRun=true HTTP/1.1\r\nHost: 127.0.0.1:" + address.getPort()
                            + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: " + body.length
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            await("\"items\":[{");
        }
        await("\"items\":[]");

        assertThat(get("/api/v1/imports/running").body()).contains("\"items\":[]");
        while (!parts().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private void await(String text) throws Exception {
        while (!get("/api/v1/imports/running").body().contains(text)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(server.address().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private CompletableFuture<HttpResponse<String>> send(byte[] book) {
        return http.sendAsync(
                HttpRequest.newBuilder(server.address().resolve("/api/v1/imports?profile=mine&dryRun=true"))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body(book)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> files = Files.list(server.home().resolve("uploads/parts"))) {
            return files.toList();
        }
    }

    private static byte[] body(byte[] book) {
        StringBuilder text = new StringBuilder();
        part(text, "layout", "mine.yaml", PROFILE);
        part(text, "file", "a.xlsx", new String(book, StandardCharsets.ISO_8859_1));
        return text.append("--b--\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void part(StringBuilder text, String name, String file, String content) {
        text.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"; filename=\"")
                .append(file)
                .append("\"\r\n\r\n")
                .append(content)
                .append("\r\n");
    }

    private static String distinct(int number) {
        return cells("Payrolls", "2021-09-03T12:30:00Z", random(number));
    }

    private static String random(int number) {
        return String.valueOf(new Random(number).nextInt(1, Integer.MAX_VALUE));
    }

    private static String cells(String... texts) {
        StringBuilder row = new StringBuilder("<row>");
        for (String text : texts) {
            row.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    private static byte[] book(int rows, IntFunction<String> row, int others) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "[Content_Types].xml", List.of(TYPES));
            add(zip, "_rels/.rels", List.of(RELATIONS.formatted("r1", "xl/workbook.xml", "officeDocument")));
            add(zip, "xl/workbook.xml", List.of(BOOK));
            add(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    List.of(RELATIONS.formatted("s1", "worksheets/sheet1.xml", "worksheet")));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            write(zip, "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
            write(zip, HEADER);
            for (int number = 0; number < rows; number++) {
                write(zip, row.apply(number));
            }
            write(zip, "</sheetData></worksheet>");
            zip.closeEntry();
            for (int number = 0; number < others; number++) {
                add(zip, "xl/x" + number + ".xml", new ArrayList<>());
            }
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, List<String> texts) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        for (String text : texts) {
            write(zip, text);
        }
        zip.closeEntry();
    }

    private static void write(ZipOutputStream zip, String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
