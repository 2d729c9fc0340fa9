package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.app.Server;
import org.macroedge.server.cli.StreamReader.Received;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.PreparedHome;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.json.Json;

/// A client that leaves and resumes at any point, over any sequence of pushes, undos and restarts of the server, gets
/// each event once and in the order of the log; and an event says the same whenever it is sent.
@Timeout(300)
class StreamLawTest {

    private static final int STEPS = 24;
    private static final String ALL = """
        SELECT seq FROM event_log
        WHERE seq > ? AND type IN ('macro_data_updated', 'bias_computed', 'regime_changed', 'job_run_recorded')
        ORDER BY seq
        """;

    @TempDir
    Path folder;

    private final String address = TestDatabase.freshAddress();
    private final List<Long> batches = new ArrayList<>();
    private final List<Received> received = new ArrayList<>();
    private Server server;
    private StreamReader stream;
    private int pushes;

    @BeforeEach
    void start() throws Exception {
        server = serve();
        stream = new StreamReader(server, null);
    }

    private Server serve() {
        return Server.start(
                Settings.of(
                                Map.of(
                                        "MACRO_EDGE_SOURCES", "none",
                                        "MACRO_EDGE_SAMPLE", "none",
                                        "MACRO_EDGE_DATABASE_URL", address),
                                note -> {})
                        .withHome(PreparedHome.in(folder))
                        .withCatalogue(Path.of("../catalogue"))
                        .withPort(0),
                SampleHome.CLOCK,
                note -> {});
    }

    @AfterEach
    void stop() {
        stream.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyEventComesOnceAndInOrder(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        long start = stream.lastId();
        push(random);
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> push(random);
                case 2 -> undo(random);
                case 3 -> restart();
                case 4 -> resume();
                default -> read(random.nextInt(40));
            }
        }
        restart();
        List<Long> all = logged(start);
        while (received.size() < all.size()) {
            received.add(next(stream));
        }

        assertThat(received).extracting(Received::id).as("seed %d", seed).isEqualTo(all);
        try (StreamReader again = new StreamReader(server, start)) {
            for (Received event : received) {
                assertThat(next(again)).as("seed %d", seed).isEqualTo(event);
            }
        }
    }

    private List<Long> logged(long after) {
        try (Database database = Database.at(address)) {
            return database.jdbc().sql(ALL).param(after).query(Long.class).list();
        }
    }

    private static Received next(StreamReader stream) throws Exception {
        return Objects.requireNonNull(stream.next(), "the stream has ended");
    }

    /// As many as are sure to come.
    private void read(int most) throws Exception {
        long last = received.isEmpty() ? 0 : received.getLast().id();
        long sure = logged(Math.max(last, stream.lastId())).size();
        for (int count = 0; count < Math.min(most, sure); count++) {
            received.add(next(stream));
        }
    }

    private void resume() throws Exception {
        long last = stream.lastId();
        stream.close();
        stream = new StreamReader(server, last);
    }

    private void restart() throws Exception {
        long last = stream.lastId();
        server.close();
        stream.close();
        server = serve();
        stream = new StreamReader(server, last);
    }

    private void push(SplittableRandom random) throws Exception {
        String releasedAt = "2021-%02d-%02dT12:30:00Z".formatted(random.nextInt(1, 13), random.nextInt(1, 28));
        String body = "{\"source\":\"macro-edge\",\"releases\":[{\"indicator\":\"us-cpi-mom\",\"releasedAt\":\""
                + releasedAt + "\",\"actual\":" + random.nextInt(-9, 10) / 10.0 + "}]}";
        HttpResponse<String> answer =
                SampleHome.send(HttpRequest.newBuilder(server.address().resolve("/api/v1/releases"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "push-" + pushes++)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        batches.add(Json.mapper().readTree(answer.body()).path("batch").asLong());
    }

    private void undo(SplittableRandom random) throws Exception {
        if (!batches.isEmpty()) {
            long batch = batches.remove(random.nextInt(batches.size()));
            SampleHome.undo(server, "{\"batch\":" + batch + "}");
        }
    }
}
