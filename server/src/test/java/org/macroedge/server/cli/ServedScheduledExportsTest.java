package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.time.SettableClock;
import tools.jackson.databind.JsonNode;

/// Exports that servers write by themselves. Each test moves the clock of its servers, and has jobs of its own.
class ServedScheduledExportsTest {

    private static final String START = "2022-02-01T08:30:00Z";
    private static final Pattern RECORDED = Pattern.compile("recorded at (\\S+Z)");
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final long STILL_NANOS = TimeUnit.SECONDS.toNanos(5);

    @TempDir
    static Path shared;

    private static SampleHome home;

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(START);

    @BeforeAll
    static void load() {
        home = new SampleHome(shared);
        home.load();
    }

    /// @param entries of the file of exports, with `OUT` for the folder of the test
    private Map<String, String> exports(String entries) throws IOException {
        String text = "exports:\n" + entries.replace("OUT", folder.toString());
        Path file = Files.writeString(shared.resolve("exports.yaml"), text);
        return Map.of("MACRO_EDGE_EXPORTS", file.toString());
    }

    private Server serve(String entries) throws IOException {
        return Server.start(home.settings(exports(entries)), clock, note -> {});
    }

    /// As in `JobSchedulerTest`: the scheduler waits by the clock that the test sets.
    private void until(BooleanSupplier condition) throws InterruptedException {
        long start = System.nanoTime();
        long looked = start;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start).isLessThan(PATIENCE_NANOS);
            TimeUnit.MILLISECONDS.sleep(20);
            if (System.nanoTime() - looked > STILL_NANOS) {
                clock.step(Duration.ofSeconds(1));
                looked = System.nanoTime();
            }
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("asked"))
                    .sorted()
                    .toList();
        }
    }

    private static List<JsonNode> runs(Server server, String id) {
        try {
            String answer = SampleHome.get(server, "/api/v1/jobs/history?job=scheduled_export." + id)
                    .body();
            return Json.mapper().readTree(answer).path("items").values().stream()
                    .toList();
        } catch (IOException | InterruptedException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static boolean hasRun(Server server, String id, int runs) {
        List<JsonNode> seen = runs(server, id);
        return seen.size() >= runs
                && seen.stream().noneMatch(run -> run.path("outcome").asString().equals("running"));
    }

    private static String result(Server server, String id) {
        return runs(server, id).getFirst().path("result").asString();
    }

    private static void run(Server server, String id) throws Exception {
        SampleHome.send(HttpRequest.newBuilder(server.address().resolve("/api/v1/jobs/scheduled_export." + id + "/run"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /// What the command writes for the same two times.
    private Path asked(String export, String asOf, String result) {
        Matcher recorded = RECORDED.matcher(result);
        assertThat(recorded.find()).as(result).isTrue();
        Path file = folder.resolve("asked");
        CommandLineRunner.Ended ended = home.run(
                "export " + export + " --as-of " + asOf + " --recorded-at " + recorded.group(1) + " --output " + file);
        assertThat(ended.status()).as(ended.errors()).isZero();
        return file;
    }

    @Test
    void atItsTimeAnExportIsTheOneThatACommandWritesForThatTimeAlsoAfterMoreWasStored() throws Exception {
        try (Server server = serve("""
            - {id: csv, export: surprises, region: US, times: [09:00], zone: Europe/Berlin, output: OUT}
            - {id: typed, export: bias, from: 2021-06-01, at: release, format: parquet, times: [08:00], output: OUT}
            - {id: sheet, export: prices, format: xlsx, times: [08:00], output: OUT}
            - {id: empty, export: releases, from: 2022-01-10, times: [08:00], output: OUT}
            - {id: future, export: bias, from: 2030-01-01, times: [08:00], output: OUT}
            - {id: gone, export: bias, weightSet: growth, times: [08:00], output: OUT}
            - {id: later, export: prices, from: 2022-02-03, times: [08:00], output: OUT}
            - {id: soon, export: releases, layout: import, from: 2022-02-03, times: [08:00], output: OUT}
            - {id: sooner, export: surprises, from: 2022-02-03, to: 2022-02-04, times: [08:00], output: OUT}
            """)) {
            assertThat(names()).isEmpty();
            clock.set("2022-02-02T08:00:03Z");
            until(() -> Stream.of("csv", "typed", "sheet", "empty", "future", "gone", "later", "soon", "sooner")
                    .allMatch(id -> hasRun(server, id, 1)));

            assertThat(names())
                    .containsExactly(
                            "csv-2022-02-02T080000Z.csv",
                            "empty-2022-02-02T080000Z.csv",
                            "future-2022-02-02T080000Z.csv",
                            "later-2022-02-02T080000Z.csv",
                            "sheet-2022-02-02T080000Z.xlsx",
                            "soon-2022-02-02T080000Z.csv",
                            "sooner-2022-02-02T080000Z.csv",
                            "typed-2022-02-02T080000Z.parquet");
            assertAsAsked(server);
            SampleHome.postPayrollsOfJanuary2022(server, false);
            assertAsAsked(server);
            assertThat(result(server, "csv"))
                    .startsWith("csv-2022-02-02T080000Z.csv has ")
                    .contains(" rows, as of 2022-02-02T08:00:00Z, recorded at ")
                    .endsWith("; every figure is of the sample; stale: the newest release is more than ten days old");
            assertThat(result(server, "empty")).contains(" has no rows, as of ");
            for (String early : List.of("future", "later")) {
                assertThat(result(server, early)).contains(" has no rows, as of ");
                assertThat(Files.readAllLines(folder.resolve(early + "-2022-02-02T080000Z.csv")))
                        .as(early)
                        .hasSize(1);
            }
            assertThat(runs(server, "gone").getFirst().path("outcome").asString())
                    .isEqualTo("failed");
            assertThat(result(server, "gone")).contains("growth");
            assertThat(folder.resolve("empty-2022-02-02T080000Z.csv"))
                    .content()
                    .startsWith("indicator,released_at,")
                    .hasLineCount(1);
            assertThat(home.run("jobs list").out())
                    .contains(
                            "scheduled_export.csv  Writes an export of surprises as csv to " + folder,
                            "runs at 09:00 Europe/Berlin; next Thu 3 Feb 2022 08:00:00");
        }
    }

    private void assertAsAsked(Server server) {
        assertThat(folder.resolve("csv-2022-02-02T080000Z.csv"))
                .hasSameBinaryContentAs(asked("surprises --region US", "2022-02-02T08:00:00Z", result(server, "csv")));
        assertThat(folder.resolve("typed-2022-02-02T080000Z.parquet"))
                .hasSameBinaryContentAs(asked(
                        "bias --from 2021-06-01 --at release --format parquet",
                        "2022-02-02T08:00:00Z",
                        result(server, "typed")));
    }

    @Test
    void aTimeThatPassedWhileNoServerRanIsMadeUpOnce() throws Exception {
        String entry = "- {id: daily, export: surprises, region: US, times: [08:00], output: OUT}";
        try (Server server = serve(entry)) {
            assertThat(runs(server, "daily")).isEmpty();
        }
        clock.set("2022-02-05T10:00:00Z");
        try (Server server = serve(entry)) {
            until(() -> hasRun(server, "daily", 1));
            clock.set("2022-02-05T23:00:00Z");
            TimeUnit.SECONDS.sleep(3);

            assertThat(names()).containsExactly("daily-2022-02-05T080000Z.csv");
            assertThat(runs(server, "daily")).hasSize(1);
            assertThat(result(server, "daily")).contains(", as of 2022-02-05T08:00:00Z, ");
        }
    }

    @Test
    void ofTwoServersOneWritesEachFile() throws Exception {
        Map<String, String> variables = new HashMap<>(exports("""
            - {id: first, export: releases, times: [08:00], output: OUT}
            - {id: second, export: surprises, times: [08:00], output: OUT}
            - {id: third, export: indices, times: [08:00], output: OUT}
            - {id: fourth, export: prices, times: [08:00], output: OUT}
            """));
        variables.put("MACRO_EDGE_DATABASE_URL", TestDatabase.freshAddress());
        variables.put("MACRO_EDGE_SAMPLE", "none");
        try (Server first = other("one", variables);
                Server second = other("two", variables)) {
            for (int day = 2; day <= 4; day++) {
                clock.set("2022-02-0" + day + "T08:00:00Z");
                int expected = day - 1;
                until(() ->
                        Stream.of("first", "second", "third", "fourth").allMatch(id -> hasRun(second, id, expected)));
            }

            assertThat(names()).hasSize(12);
            for (String id : List.of("first", "second", "third", "fourth")) {
                assertThat(runs(first, id)).hasSize(3).allSatisfy(run -> {
                    assertThat(run.path("outcome").asString()).isEqualTo("succeeded");
                    assertThat(run.path("result").asString()).contains(" has no rows, as of 2022-02-0");
                });
            }
        }
    }

    private Server other(String name, Map<String, String> variables) {
        return Server.start(new SampleHome(folder.resolve("asked-" + name)).settings(variables), clock, note -> {});
    }

    @Test
    void aFileThatIsThereStaysAndOldOnesGo() throws Exception {
        String entry = "- {id: kept, export: surprises, region: US, times: [08:00], output: OUT, keep: 2}";
        Path there = Files.writeString(folder.resolve("kept-2022-02-01T080000Z.csv"), "there");
        try (Server server = serve(entry)) {
            run(server, "kept");
            assertThat(result(server, "kept")).isEqualTo("kept-2022-02-01T080000Z.csv was there and stays as it was");
            assertThat(there).hasContent("there");
            for (int day = 2; day <= 4; day++) {
                clock.set("2022-02-0" + day + "T08:10:00Z");
                run(server, "kept");
            }
            until(() -> hasRun(server, "kept", 4));

            assertThat(names()).containsExactly("kept-2022-02-03T080000Z.csv", "kept-2022-02-04T080000Z.csv");
            assertThat(runs(server, "kept"))
                    .anySatisfy(run -> assertThat(run.path("result").asString())
                            .startsWith("kept-2022-02-04T080000Z.csv has ")
                            .endsWith("; older files deleted: 1"));
        }
    }

    @Test
    void aFolderThatIsMissingFailsTheRunAndALaterOneWritesTheFile() throws Exception {
        Path missing = folder.resolve("later");
        try (Server server = serve("- {id: late, export: surprises, region: US, times: [08:00], output: OUT/later}")) {
            clock.set("2022-02-02T08:00:00Z");
            until(() -> hasRun(server, "late", 1));
            assertThat(runs(server, "late").getFirst().path("outcome").asString())
                    .isEqualTo("failed");
            assertThat(result(server, "late"))
                    .isEqualTo("the folder " + missing + " of a scheduled export cannot be used: the folder does not"
                            + " exist. Create the folder, correct its rights, or free some space; `jobs run"
                            + " scheduled_export.late` then writes the file that was due last");
            Files.createDirectory(missing);
            clock.set("2022-02-02T08:02:00Z");
            until(() -> hasRun(server, "late", 2));

            assertThat(runs(server, "late").getFirst().path("trigger").asString())
                    .isEqualTo("retry");
            assertThat(missing.resolve("late-2022-02-02T080000Z.csv")).isNotEmptyFile();
        }
    }

    @Test
    void aRelativeFolderIsBelowTheHome() throws Exception {
        Path exports = Files.createDirectories(home.folder().resolve("exports"));
        try (Server server = serve("- {id: home, export: surprises, region: US, times: [12:00], output: exports}")) {
            run(server, "home");
        }

        assertThat(exports.resolve("home-2022-01-31T120000Z.csv")).isNotEmptyFile();
    }

    @Test
    void aServerDoesNotStartWithAFaultyFile() {
        assertThatThrownBy(() -> serve("- {id: daily, export: surprises, times: [8:00], output: OUT}"))
                .isInstanceOf(MacroEdgeException.class)
                .hasMessageContaining("exports.yaml:2: times: \"8:00\" is not a time from 00:00 to 23:59, like 07:00");
    }

    @Test
    void aTimeIsOneOfTheClockOfItsZoneAcrossAChangeOfTheClocks() throws Exception {
        clock.set("2022-03-25T12:00:00Z");
        try (Server server = serve("- {id: zone, export: prices, times: [07:00], zone: Europe/Berlin, output: OUT}")) {
            for (int day = 26; day <= 28; day++) {
                int runs = day - 25;
                clock.set("2022-03-" + day + "T12:00:00Z");
                until(() -> hasRun(server, "zone", runs));
            }
        }

        assertThat(names())
                .containsExactly(
                        "zone-2022-03-26T060000Z.csv", "zone-2022-03-27T050000Z.csv", "zone-2022-03-28T050000Z.csv");
    }
}
