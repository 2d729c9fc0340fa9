package org.macroedge.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.Database;

/// A store that is restored to an instant answers as the lost one did at that instant, and goes on from there. The
/// steps are those of docs/how-to/back-up-and-restore.md.
@Tag("system")
@Timeout(300)
class RestoredStoreTest {

    private static final List<String> READS = List.of(
            "/api/v1/bias/summary?asOf=2022-02-01T00:00:00Z",
            "/api/v1/bias/EURUSD?asOf=2022-02-01T00:00:00Z",
            "/api/v1/heatmap?asOf=2022-02-01T00:00:00Z",
            "/api/v1/regimes?asOf=2022-02-01T00:00:00Z",
            "/api/v1/exports/releases?indicator=us-nonfarm-payrolls&from=2021-06-01T00:00:00Z");
    private static final String PAYROLLS = "us-nonfarm-payrolls,2022-01-07T13:30:00Z,,199000,400000,249000\n";
    private static final String INFLATION = "us-cpi-yoy,2022-01-12T13:30:00Z,,7.0,7.0,6.8\n";

    @TempDir
    Path folder;

    private Server serve(String database, String home) {
        Map<String, String> variables = Map.of("MACRO_EDGE_DATABASE_URL", database, "MACRO_EDGE_SOURCES", "none");
        Settings settings = Settings.of(variables, note -> {})
                .withHome(folder.resolve(home))
                .withCatalogue(Path.of("../catalogue"))
                .withPort(0);
        return Server.start(settings, Clock.systemUTC(), note -> {});
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void store(Server server, String row) throws Exception {
        String part = "--b\r\nContent-Disposition: form-data; name=";
        String body = part + "\"profile\"\r\n\r\nmacro-edge\r\n" + part
                + "\"file\"; filename=\"january.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                + "indicator,released_at,period,actual,forecast,previous\n" + row + "\r\n--b--\r\n";
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(server.address().resolve("/api/v1/imports"))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static List<String> answers(Server server) throws Exception {
        List<String> answers = new ArrayList<>();
        for (String read : READS) {
            HttpResponse<String> answer =
                    send(HttpRequest.newBuilder(server.address().resolve(read)).build());
            assertThat(answer.statusCode()).as(read).isEqualTo(200);
            answers.add(answer.body());
        }
        return answers;
    }

    private static long lastEvent(String address) {
        try (Database database = Database.at(address)) {
            return database.jdbc()
                    .sql("SELECT max(seq) FROM event_log")
                    .query(Long.class)
                    .single();
        }
    }

    private static String now(String address) {
        try (Database database = Database.at(address)) {
            return database.jdbc()
                    .sql("SELECT clock_timestamp()::text")
                    .query(String.class)
                    .single();
        }
    }

    @Test
    void aStoreThatIsRestoredToAnInstantAnswersAsItDidThen() throws Exception {
        ArchivedPostgres first = ArchivedPostgres.start(folder);
        Path backup;
        String until;
        long lost;
        List<String> then;
        try (Server server = serve(first.address(), "first")) {
            backup = first.backUp(folder.resolve("backup"));
            store(server, PAYROLLS);
            then = answers(server);
            until = now(first.address());
            store(server, INFLATION);
            assertThat(answers(server)).isNotEqualTo(then);
            lost = lastEvent(first.address());
            first.archiveAll();
        } finally {
            first.lose();
        }

        try (ArchivedPostgres second = first.restored(backup, until);
                Server server = serve(second.address(), "second")) {
            assertThat(answers(server)).isEqualTo(then);
            assertThat(follow(server, lost)).contains("unknown-event");
            store(server, INFLATION);
            assertThat(answers(server)).isNotEqualTo(then);
        }
    }

    /// A client of the stream that has an event which the restored store never had.
    private static String follow(Server server, long last) throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(server.address().resolve("/api/v1/stream"))
                        .header("Last-Event-ID", String.valueOf(last))
                        .build());
        assertThat(answer.statusCode()).isEqualTo(400);
        return answer.body();
    }
}
