package org.macroedge.server.extremes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.platform.net.FreePort;

/// A real nginx, with the configuration of the guide, between clients and a server.
@Tag("system")
@Timeout(180)
class NginxCacheTest {

    private static final Path GUIDE = Path.of("../docs/how-to/cache-answers.md");
    private static final Pattern CONFIGURATION = Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL);
    private static final String FIXED = "?asOf=2019-03-01T13:30:00Z&recordedAt=2099-12-31T23:59:59Z";
    private static final String REVALIDATED = "REVALIDATED";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private Process nginx;
    private URI proxy;

    NginxCacheTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void stop() throws Exception {
        if (nginx != null) {
            nginx.destroy();
            nginx.waitFor();
        }
        client.close();
    }

    private static String guide() throws IOException {
        Matcher block = CONFIGURATION.matcher(Files.readString(GUIDE));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    /// @param more of the location of the API
    private void proxy(SmallServer server, String more) throws Exception {
        int port = FreePort.any();
        proxy = URI.create("http://127.0.0.1:" + port);
        Path state = Files.createDirectories(folder.resolve("nginx"));
        StringBuilder places = new StringBuilder();
        for (String place : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            places.append(place)
                    .append("_temp_path ")
                    .append(state.resolve(place))
                    .append("; ");
        }
        String user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
        String configuration = guide().replace("127.0.0.1:8081", "127.0.0.1:" + port)
                .replace("127.0.0.1:8080", server.server().address().getAuthority())
                .replace("/var/cache/nginx/macro-edge", state.resolve("kept").toString())
                .replace("http {", "http { access_log off; " + places)
                .replace("proxy_cache macro_edge;", "proxy_cache macro_edge;" + more);
        Path file = Files.writeString(
                state.resolve("nginx.conf"), user + "daemon off; pid " + state.resolve("pid") + ";\n" + configuration);
        Path log = state.resolve("log");
        nginx = new ProcessBuilder("nginx", "-e", log.toString(), "-c", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(state.resolve("output").toFile())
                .start();
        while (!answers()) {
            assertThat(nginx.isAlive())
                    .as(Files.readString(state.resolve("output")))
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private boolean answers() throws Exception {
        try {
            return ask("instruments").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpResponse<byte[]> ask(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(proxy.resolve("/api/v1/" + path));
        return client.send(
                headers.length == 0 ? request.build() : request.headers(headers).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String cached(HttpResponse<?> answer) {
        return answer.headers().firstValue("X-Cache").orElseThrow();
    }

    private static void importFigure(SmallServer server, int actual) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address("/api/v1/imports?profile=macro-edge"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(
                        SmallServer.file("indicator,released_at,period,actual,forecast,previous\n"
                                + "us-nonfarm-payrolls,2019-02-01T13:30:00Z,," + actual + ",160000,155000\n")));
        assertThat(server.send(request).status()).isEqualTo(200);
    }

    @Test
    void whatCannotChangeIsAHitAndWhatCanIsAskedEachTime() throws Exception {
        try (SmallServer server = SmallServer.start(folder.resolve("home"))) {
            importFigure(server, 90_000);
            proxy(server, "");
            for (String path : List.of("bias/summary", "exports/releases", "calendar.ics")) {
                HttpResponse<byte[]> first = ask(path + FIXED);
                assertThat(cached(first)).as(path).isEqualTo("MISS");
                importFigure(server, 100_000 + first.body().length);
                HttpResponse<byte[]> second = ask(path + FIXED);
                assertThat(cached(second)).as(path).isEqualTo("HIT");
                assertThat(second.body()).as(path).isEqualTo(first.body());

                assertThat(cached(ask(path))).as(path).isEqualTo("MISS");
                assertThat(cached(ask(path))).as(path).isEqualTo("MISS");
            }
        }
    }

    @Test
    void eachEncodingAndEachFormatIsKeptForItself() throws Exception {
        try (SmallServer server = SmallServer.start(folder.resolve("home"))) {
            importFigure(server, 90_000);
            proxy(server, "");
            byte[] plain = ask("bias/summary" + FIXED).body();
            HttpResponse<byte[]> zipped = ask("bias/summary" + FIXED, "Accept-Encoding", "gzip");
            assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                    .isEqualTo(plain);
            assertThat(ask("bias/summary" + FIXED).body()).isEqualTo(plain);

            String parquet = "application/vnd.apache.parquet";
            for (int round = 0; round < 2; round++) {
                String csv = new String(
                        ask("exports/releases" + FIXED, "Accept", "text/csv").body(), StandardCharsets.UTF_8);
                assertThat(csv).startsWith("indicator,");
                assertThat(new String(
                                ask("exports/releases" + FIXED, "Accept", parquet)
                                        .body(),
                                StandardCharsets.ISO_8859_1))
                        .startsWith("PAR1");
            }
        }
    }

    /// A second stands for the day.
    @Test
    void whatIsOlderIsRevalidated() throws Exception {
        try (SmallServer server = SmallServer.start(folder.resolve("home"))) {
            importFigure(server, 90_000);
            proxy(server, " proxy_ignore_headers Cache-Control; proxy_cache_valid 200 1s;");
            HttpResponse<byte[]> first = ask("bias/summary" + FIXED);
            List<String> seen = new ArrayList<>();
            while (!seen.contains(REVALIDATED)) {
                TimeUnit.MILLISECONDS.sleep(200);
                HttpResponse<byte[]> again = ask("bias/summary" + FIXED);
                assertThat(again.body()).isEqualTo(first.body());
                seen.add(cached(again));
            }
            assertThat(seen).containsOnly("HIT", REVALIDATED);
        }
    }
}
