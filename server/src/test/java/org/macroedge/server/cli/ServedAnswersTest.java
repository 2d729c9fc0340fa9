package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.MacroEdgeApplication;
import org.macroedge.server.platform.error.MacroEdgeException;
import picocli.CommandLine;

/// The sample in a real store, asked by command line and over HTTP.
class ServedAnswersTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2022-02-01T08:30:00Z"), ZoneOffset.UTC);
    private static final String AS_OF = "2021-09-03T12:30:00Z";

    /// Every read: its command, and its path.
    private static final Map<String, String> READS = reads();

    @TempDir
    Path folder;

    private static Map<String, String> reads() {
        Map<String, String> reads = new LinkedHashMap<>();
        reads.put("bias", "bias/summary");
        reads.put("bias --as-of " + AS_OF, "bias/summary?asOf=" + AS_OF);
        reads.put("bias --as-of " + AS_OF + " --weight-set equal", "bias/summary?weightSet=equal&asOf=" + AS_OF);
        reads.put("explain EURUSD --as-of " + AS_OF, "bias/EURUSD/explanation?asOf=" + AS_OF);
        reads.put("calendar --as-of " + AS_OF + " --region US", "calendar?region=US&asOf=" + AS_OF);
        reads.put("indicators --as-of " + AS_OF, "indicators?asOf=" + AS_OF);
        reads.put("instruments", "instruments");
        return reads;
    }

    @Test
    void commandLineAndServerAnswerByteForByteTheSame() throws Exception {
        Map<String, String> alone = new LinkedHashMap<>();
        for (String command : READS.keySet()) {
            alone.put(command, run(command + " --format json"));
        }
        try (Server server = Server.start(MacroEdgeApplication.class, session(), CLOCK, 0)) {
            for (Map.Entry<String, String> read : READS.entrySet()) {
                String served = get(server, "/api/v1/" + read.getValue()).body();
                assertThat(served).as(read.getValue()).isEqualTo(alone.get(read.getKey()));
                assertThat(run(read.getKey() + " --format json"))
                        .as("%s, with the server running", read.getKey())
                        .isEqualTo(served);
            }
            thePageAndTheDescriptionAreServed(server);
            problemsSayWhatIsWrong(server);
            strangersAreRefused(server);
            aSecondServerIsRefused();
            anImportOverHttpIsKnownAtOnceAndCanBeTakenBack(server);
        }
    }

    @Test
    void aReleaseCountsFromItsInstantOn() {
        String before = run("bias --as-of 2021-09-03T12:29:59Z --format csv");
        String at = run("bias --as-of 2021-09-03T12:30:00Z --format csv");

        assertThat(run("explain SPX --as-of 2021-09-03T12:29:59Z --format csv"))
                .contains("us-nonfarm-payrolls@2021-08-06")
                .doesNotContain("us-nonfarm-payrolls@2021-09-03");
        assertThat(run("explain SPX --as-of 2021-09-03T12:30:00Z --format csv"))
                .contains("us-nonfarm-payrolls@2021-09-03");
        assertThat(before).isNotEqualTo(at);
    }

    @Test
    void theTableNamesTheSampleAndEveryInstrument() {
        String table = run("bias");

        assertThat(table)
                .startsWith("Stale: nothing has arrived since 2021-12-31T01:00:00Z.")
                .contains("Sample: every figure comes from the sample.");
        assertThat(table.lines().filter(line -> line.contains("|"))).hasSize(29);
    }

    @Test
    void aWrongWordIsAnsweredWithTheNearestOnes() {
        StringWriter errors = new StringWriter();
        CommandLine line = commandLine(new StringWriter(), errors);

        assertThat(line.execute("explain", "EURSUD", "--home", folder.toString(), "--catalogue", "../catalogue"))
                .isEqualTo(1);
        assertThat(errors.toString().lines().reduce((first, last) -> last))
                .hasValue("macro-edge: no instrument \"EURSUD\". The nearest are EURUSD, EURCHF, EURGBP");
        assertThat(line.execute("bias", "--wrong")).isEqualTo(2);
    }

    private void thePageAndTheDescriptionAreServed(Server server) throws Exception {
        HttpResponse<String> page = get(server, "/instruments/EURUSD");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<div id=\"root\">");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(get(server, "/api/v1/heatmap?asOf=" + AS_OF).body())
                .contains("\"region\":\"US\",\"category\":\"labour\",\"z\":-");
        assertThat(get(server, "/openapi.json").body())
                .contains("\"/api/v1/bias/summary\"")
                .contains("\"/api/v1/bias/{instrument}/explanation\"")
                .contains("\"/api/v1/imports\"");
    }

    private void problemsSayWhatIsWrong(Server server) throws Exception {
        HttpResponse<String> unknown = get(server, "/api/v1/bias/EURSUD");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(unknown.body())
                .contains("\"type\":\"urn:macro-edge:problem:unknown-instrument\"")
                .contains("The nearest are EURUSD, EURCHF, EURGBP");
        assertThat(get(server, "/api/v1/bias/summary?asOf=2030-01-01T00:00:00Z").body())
                .contains("\"type\":\"urn:macro-edge:problem:as-of-in-future\"")
                .contains("asOf 2030-01-01T00:00:00Z lies ahead");
        assertThat(get(server, "/api/v1/bias/summary?asOf=2021-09-03T12:30:00.5Z")
                        .body())
                .contains("is finer than a second");
    }

    private void strangersAreRefused(Server server) throws Exception {
        HttpRequest foreign = HttpRequest.newBuilder(server.address().resolve("/api/v1/instruments"))
                .header("Origin", "http://evil.example")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(foreign, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("urn:macro-edge:problem:forbidden-origin");
        }
    }

    private void anImportOverHttpIsKnownAtOnceAndCanBeTakenBack(Server server) throws Exception {
        String before =
                get(server, "/api/v1/bias/summary?asOf=2022-01-31T00:00:00Z").body();

        assertThat(post(server, "true").body()).contains("\"batch\":null").contains("\"imported\":1");
        assertThat(post(server, "false").body()).contains("\"batch\":2").contains("\"imported\":1");

        assertThat(get(server, "/api/v1/indicators/us-nonfarm-payrolls/releases?asOf=2022-01-31T00:00:00Z")
                        .body())
                .contains("us-nonfarm-payrolls@2022-01-07");
        HttpResponse<String> undone =
                send(HttpRequest.newBuilder(server.address().resolve("/api/v1/imports/2/undo"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build());
        assertThat(undone.body()).isEqualTo("{\"batch\":3}\n");
        assertThat(get(server, "/api/v1/bias/summary?asOf=2022-01-31T00:00:00Z").body())
                .isEqualTo(before);
    }

    private static HttpResponse<String> post(Server server, String dryRun) throws Exception {
        String part = "--b\r\nContent-Disposition: form-data; name=";
        String body = part + "\"profile\"\r\n\r\nmacro-edge\r\n"
                + part + "\"dryRun\"\r\n\r\n" + dryRun + "\r\n"
                + part + "\"file\"; filename=\"january.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                + "indicator,released_at,period,actual,forecast,previous\n"
                + "us-nonfarm-payrolls,2022-01-07T13:30:00Z,,199000,400000,249000\n\r\n--b--\r\n";
        return send(HttpRequest.newBuilder(server.address().resolve("/api/v1/imports"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private void aSecondServerIsRefused() {
        assertThatThrownBy(this::session)
                .isInstanceOf(MacroEdgeException.class)
                .hasMessageContaining("the home directory is in use by a server, process "
                        + ProcessHandle.current().pid());
    }

    private Session session() {
        HomeOptions options = new HomeOptions();
        options.home = folder;
        options.catalogue = Path.of("../catalogue");
        return Session.forServer(options, CLOCK, new PrintWriter(new StringWriter()));
    }

    private String run(String command) {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        String[] words = (command + " --catalogue ../catalogue --home").split(" ");
        String[] arguments = java.util.Arrays.copyOf(words, words.length + 1);
        arguments[words.length] = folder.toString();
        assertThat(commandLine(out, errors).execute(arguments))
                .as("%s: %s", command, errors)
                .isZero();
        return out.toString();
    }

    private static CommandLine commandLine(StringWriter out, StringWriter errors) {
        return MacroEdgeCommand.commandLine(CLOCK, MacroEdgeApplication.class)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors));
    }

    private static HttpResponse<String> get(Server server, String path) throws IOException, InterruptedException {
        URI address = server.address().resolve(path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
