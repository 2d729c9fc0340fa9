package org.macroedge.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.cli.CommandLineRunner;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.EmbeddedDatabase;
import org.macroedge.server.platform.home.HomeDirectory;

/// A home that an earlier version filled, opened by this one. That version made the store and its answers itself, by
/// the script `earlier/make`.
class UpgradedStoreTest {

    private static final String SCHEMA = "49";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2021-09-13T07:00:00Z"), ZoneOffset.UTC);
    /// After all that the earlier version did, and before this one adopts its own catalogue.
    private static final String THEN = "2021-09-11T00:00:00Z";

    @TempDir
    private static Path home;

    private static Server server;

    @BeforeAll
    static void upgrade() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(new HomeDirectory(home))) {
            Flyway.configure()
                    .dataSource(database.jdbcUrl(), database.username(), database.password())
                    .target(SCHEMA)
                    .load()
                    .migrate();
            try (Connection connection =
                            DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                    Statement statement = connection.createStatement();
                    InputStream rows = new GZIPInputStream(resource("store-" + SCHEMA + ".sql.gz"))) {
                statement.execute(new String(rows.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Settings settings = Settings.of(Map.of("MACRO_EDGE_ACCESS", "keys", "MACRO_EDGE_SOURCES", "none"), note -> {})
                .withHome(home)
                .withCatalogue(Path.of("../catalogue"))
                .withPort(0)
                .withoutSample();
        server = Server.start(settings, CLOCK, note -> {});
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(UpgradedStoreTest.class.getResourceAsStream("earlier/" + name));
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream file = resource(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static String run(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--home", home.toString()));
        CommandLineRunner.Ended ended = CommandLineRunner.run(CLOCK, line.toArray(String[]::new));
        assertThat(ended.status()).as(ended.errors()).isZero();
        return ended.out();
    }

    /// The rows of a CSV, each by the names of its columns.
    private static List<Map<String, String>> rows(List<String> csv) {
        String[] names = csv.getFirst().split(",", -1);
        return csv.stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int i = 0; i < names.length; i++) {
                        row.put(names[i], cells[i]);
                    }
                    return row;
                })
                .toList();
    }

    /// As they were recorded then, to the last bit. The run id alone is another one, for it names the version of the
    /// formula, and columns may have been added since.
    @Test
    void answersAreThoseOfTheEarlierVersion() throws IOException {
        Map<List<String>, List<Map<String, String>>> expected = rows(lines("answers-" + SCHEMA + ".csv")).stream()
                .collect(Collectors.groupingBy(row -> List.of(take(row, "weight_set"), take(row, "as_of"))));

        assertThat(expected).hasSize(8);
        expected.forEach((question, biases) -> {
            Map<String, Map<String, String>> answers = biases(question.getFirst(), question.getLast());
            assertThat(biases)
                    .hasSameSizeAs(answers.keySet())
                    .anyMatch(row -> !row.getOrDefault("z", "").isEmpty());
            biases.forEach(row -> {
                row.remove("run_id");
                assertThat(answers.get(row.get("instrument")))
                        .as("%s", question)
                        .containsAllEntriesOf(row);
            });
        });
    }

    private static String take(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.remove(column));
    }

    /// The biases by their instruments.
    private static Map<String, Map<String, String>> biases(String weightSet, String asOf) {
        String csv = run("bias", "--weight-set", weightSet, "--as-of", asOf, "--recorded-at", THEN, "--format", "csv");
        return rows(csv.lines().toList()).stream()
                .collect(Collectors.toMap(row -> String.valueOf(row.get("instrument")), row -> row));
    }

    @Test
    void keysOpenTheServerAndRevokedOnesDoNot() throws Exception {
        List<String> keys = lines("keys-" + SCHEMA + ".txt");
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<Integer> answers = new ArrayList<>();
            for (String key : keys) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/instruments"))
                        .header("Authorization", "Bearer " + key)
                        .build();
                answers.add(client.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode());
            }
            assertThat(answers).isEqualTo(List.of(200, 401));
        }
    }

    @Test
    void aPublishedWeightSetIsInForceAndPricesAndTheAuditLogAreThere() {
        assertThat(run("weight-set", "versions", "growth")).contains("in force", "agreed on Monday");
        assertThat(run("prices", "SPX", "--from", "2021-09-01", "--format", "csv"))
                .contains("4536.95", "4535.43");
        assertThat(run("audit", "--format", "json")).contains("apiKeysCreate", "apiKeysRevoke", "weightsPublish");
    }

    @Test
    void batchesAndJudgementsAreThereAndCanBeUndone() {
        assertThat(run("import", "list")).contains("undone by batch 4", "doubt us-cpi-mom@2021-07-13");
        long before = run("export", "releases").lines().count();

        run("import", "undo", "2");

        assertThat(run("export", "releases").lines().count()).isBetween(2L, before - 1);
    }
}
