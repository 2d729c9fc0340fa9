package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.app.Server;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.PreparedHome;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// What requests upload, over real connections: too much of it, broken off, or with names that are not names of files.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedUploadsTest {

    private static final String TYPE = "Content-Type: multipart/form-data; boundary=b\r\n";
    private static final String IMPORT = "/api/v1/imports?profile=macro-edge&dryRun=true";
    private static final String ROWS = "indicator,released_at,period,actual,forecast,previous\n"
            + "us-nonfarm-payrolls,2021-06-04T12:30:00Z,,559000,650000,\n";
    private static final String END = "--b--\r\n";
    private static final String BLOCK = "x".repeat(50_000);
    private static final long SECONDS = 20;

    @TempDir
    private static Path folder;

    private Server server;

    @BeforeAll
    void start() {
        server = Server.start(settings(), SampleHome.CLOCK, note -> {});
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Settings settings() {
        return Settings.of(Map.of("MACRO_EDGE_UPLOAD_LIMIT", "1MB"), note -> {})
                .withHome(PreparedHome.in(folder.resolve("home")))
                .withCatalogue(Path.of("../catalogue"))
                .withoutSample()
                .withPort(0);
    }

    private static String part(String disposition, String content) {
        return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    private static String file(String name) {
        return part("name=\"file\"; filename=\"" + name + "\"", ROWS);
    }

    /// Sends a request, and reads the answer to the end of its problem, or to the end of the connection.
    private String answer(String path, String head, List<String> body) throws IOException {
        try (Socket socket = open(path, head)) {
            OutputStream out = socket.getOutputStream();
            for (String block : body) {
                out.write(block.getBytes(StandardCharsets.UTF_8));
            }
            out.flush();
            return read(socket.getInputStream());
        }
    }

    private Socket open(String path, String head) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.address().getPort());
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(SECONDS));
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: "
                                + server.address().getAuthority() + "\r\nConnection: close\r\n" + head + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static String read(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private String whole(String body) throws IOException {
        return answer(IMPORT, TYPE, body);
    }

    private static String problem(String answer) {
        String json = answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
        JsonNode problem = Json.mapper().readTree(json);
        return problem.path("status").asString()
                + " " + problem.path("type").asString().replace("urn:macro-edge:problem:", "") + ": "
                + problem.path("detail").asString();
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("home/uploads"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    /// A broken connection is noticed a moment later.
    private void assertNothingLeft() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (files() > 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(files()).isZero();
        assertThat(SampleHome.get(server, "/api/v1/imports").body()).isEqualTo("{\"items\":[]}\n");
    }

    /// A switch that is sent as a file must not count as left out, nor a layout without a file name as none.
    @Test
    void aTextThatIsSentAsAFileAndAFileThatIsSentAsATextAreRefused() throws Exception {
        for (String text : List.of("profile", "dryRun", "label")) {
            String answer = problem(answer(
                    "/api/v1/imports" + (text.equals("profile") ? "" : "?profile=macro-edge"),
                    TYPE,
                    file("a.csv") + part("name=\"" + text + "\"; filename=\"a.csv\"", ROWS) + END));
            assertThat(answer)
                    .isEqualTo("400 invalid-request: Parameter " + text
                            + " is sent as a file. Send it in the address, or as a field without a file name");
            DeclaredMessages.assertSeen("RequestProblem.TEXT_AS_FILE", answer.substring(answer.indexOf(": ") + 2));
        }
        String layout = problem(whole(file("a.csv") + part("name=\"layout\"", "source: mine") + END));
        assertThat(layout)
                .isEqualTo(
                        "400 invalid-request: Part layout is not sent as a file. Send it as a part with a file name");
        DeclaredMessages.assertSeen("RequestProblem.FILE_AS_TEXT", layout.substring(layout.indexOf(": ") + 2));
        assertNothingLeft();
    }

    @Test
    void aCompressedBodyIsRefusedAsAWhole() throws Exception {
        String answer = problem(answer(IMPORT, TYPE + "Content-Encoding: gzip\r\n", file("a.csv") + END));

        assertThat(answer).startsWith("415 unsupported-media-type: The body is encoded as gzip. ");
        DeclaredMessages.assertSeen("RequestProblem.ENCODED_BODY", answer.substring(answer.indexOf(": ") + 2));
        assertThat(answer(IMPORT, TYPE + "Content-Encoding: identity\r\n", file("a.csv") + END))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void aPatternThatTriesTheSameLettersForEverEndsWithAReason() throws Exception {
        String layout = """
            source: mine
            file: {columns: {title: event, instant: at, actual: act}, titlePattern: '((?:(a+)+)\\2?)b'}
            instant: {pattern: "yyyy-MM-dd HH:mm", zone: UTC}
            titles: [{title: aa, indicator: us-nonfarm-payrolls}]
            """;
        String rows = "event,at,act\n" + "a".repeat(60) + ",2021-09-03 12:30,1\n";

        String answer = problem(answer(
                "/api/v1/imports?profile=mine&dryRun=true",
                TYPE,
                part("name=\"file\"; filename=\"a.csv\"", rows)
                        + part("name=\"layout\"; filename=\"mine.yaml\"", layout)
                        + END));

        assertThat(answer).startsWith("422 profile-fault: titlePattern takes too long on the title \"aaaaaaaaaa");
        DeclaredMessages.assertSeen("FileMessage.SLOW_TITLE_PATTERN", answer.substring(answer.indexOf(": ") + 2));
    }

    private String answer(String path, String head, String body) throws IOException {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return answer(path, head + "Content-Length: " + length + "\r\n", List.of(body));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        name="file"; filename="a.csv"                   | 200
        name="file"; filename="%c3%bc.csv"              | 200
        name="file"; filename="Zürich €.csv"            | 200
        name="file"; filename=""                        | The file name "" is not valid
        name="file"; filename="../../a.csv"             | The file name "../../a.csv" is not valid
        name="file"; filename="/etc/passwd"             | The file name "/etc/passwd" is not valid
        name="file"; filename="..\\\\a.csv"             | is not valid
        name="file"; filename="a<ESC>[2J.csv"           | contains control characters
        name="file"; filename="a<NUL>.csv"              | contains control characters
        name="file"; filename="a<DEL>.csv"              | contains control characters
        name="file"; filename="a<NEL>.csv"              | is not valid. A name has 1 to 255 letters
        name="file"; filename*=UTF-8''a%0A.csv          | is not valid. A name has 1 to 255 letters
        name="file"; filename="."                       | The file name "." is not valid
        name="file"; filename=".."                      | The file name ".." is not valid
        name="file"; filename="a<TURN>vsc.csv"          | The file name "a\\u202evsc.csv" is not valid
        name="file"; filename="<LONG>"                  | is not valid. A name has 1 to 255 letters
        name="file"                                     | Part file is not sent as a file
        name="other"; filename="a.csv"                  | Parameter "other" does not exist here
        """)
    void aNameThatIsNotThatOfAFileIsRefused(String disposition, String expected) throws Exception {
        String answer = whole(part(
                        disposition
                                .replace("<ESC>", "\u001b")
                                .replace("<NUL>", "\0")
                                .replace("<DEL>", "\u007f")
                                .replace("<NEL>", "\u0085")
                                .replace("<TURN>", "\u202e")
                                .replace("<LONG>", "x".repeat(300)),
                        ROWS)
                + END);

        if (expected.equals("200")) {
            assertThat(answer).startsWith("HTTP/1.1 200").contains("\"imported\":1");
        } else {
            assertThat(problem(answer)).startsWith("400 invalid-request: ").contains(expected);
        }
        assertNothingLeft();
    }

    @Test
    void bodiesThatAreNotFilesAreRefused() throws Exception {
        assertThat(problem(whole("")))
                .startsWith("400 invalid-request: The body is not valid multipart/form-data. Send each file");
        assertThat(problem(whole(END))).isEqualTo("400 invalid-request: Part file is missing");
        assertThat(problem(whole(file("a.csv"))))
                .startsWith("400 invalid-request: The body is not valid multipart/form-data. Send each file");
        assertThat(problem(whole(part("name=\"file\"; filename=\"a.csv\"", "") + END)))
                .startsWith("422 file-fault: a.csv is empty (a.csv:1)");
        assertThat(problem(whole(file("a.csv") + part("name=\"layout\"; filename=\"m.yaml\"", "\0\u0001") + END)))
                .startsWith("422 profile-fault: m.yaml:1: file: is not YAML");
        assertNothingLeft();
    }

    @Test
    void moreThanTheLimitIsRefused() throws Exception {
        String parts = IntStream.range(0, 3_000)
                .mapToObj(number -> part("name=\"file\"; filename=\"" + number + "\"", ""))
                .collect(Collectors.joining());

        assertThat(problem(whole(parts + END)))
                .startsWith("413 upload-too-large: The request has more than 2,500 parts. Nothing is stored. ");
        assertThat(problem(answer(IMPORT, TYPE + "Content-Length: 5368709120\r\n", List.of())))
                .startsWith("413 upload-too-large: The request has 5,368,709,120 bytes, more than 1,048,576. ");
        assertThat(problem(answer(IMPORT, TYPE + "Transfer-Encoding: chunked\r\n", chunks(22))))
                .startsWith("413 upload-too-large: The request has more than 1,048,576 bytes. ");
        assertNothingLeft();
    }

    @Test
    void aCommandIsToldWhatTheServerRefusesBeforeItSendsMuch() throws Exception {
        Path file = Files.writeString(folder.resolve("many.csv"), ROWS + "\n".repeat(3_000_000));
        CommandLineRunner.Ended ended = CommandLineRunner.run(
                SampleHome.CLOCK,
                "import",
                "calendar",
                file.toString(),
                "--profile",
                "macro-edge",
                "--home",
                folder.resolve("home").toString());

        assertThat(ended.status()).isOne();
        assertThat(ended.errors())
                .startsWith("macro-edge: the files are larger than the server at http://127.0.0.1:")
                .contains(" accepts in one import. Raise MACRO_EDGE_UPLOAD_LIMIT and start the server again");
        assertNothingLeft();
    }

    /// A file in chunks of 50,000 bytes that never ends.
    private static List<String> chunks(int count) {
        String start = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n";
        return Stream.concat(Stream.of(start), Stream.generate(() -> BLOCK).limit(count))
                .map(chunk -> Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n")
                .toList();
    }

    @Test
    void aConnectionThatBreaksLeavesNothing() throws Exception {
        for (String head : List.of("Content-Length: 1000000\r\n", "Transfer-Encoding: chunked\r\n")) {
            try (Socket socket = open(IMPORT, TYPE + head)) {
                for (String chunk : chunks(10)) {
                    socket.getOutputStream().write(chunk.getBytes(StandardCharsets.UTF_8));
                }
                socket.setSoLinger(true, 0);
            }
        }
        assertNothingLeft();
    }

    @Test
    void whatAKilledServerLeftIsRemovedAtTheNextStart() throws Exception {
        server.close();
        Path left = folder.resolve("home/uploads/parts/MultiPart1");
        Files.writeString(left, "half a file");
        Files.createDirectories(folder.resolve("home/uploads/server/x/y"));
        start();

        assertThat(left).doesNotExist();
        assertThat(folder.resolve("home/uploads/server/x")).doesNotExist();
        assertThat(whole(file("a.csv") + END)).startsWith("HTTP/1.1 200");
    }
}
