package org.macroedge.server.sources.forexfactory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.releases.StoredFacts;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowResult;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.CalendarProfile;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.TestIngestion;
import org.macroedge.server.sources.fetch.FaultServer;
import org.macroedge.server.sources.view.SourceRun;

/// Real answers of the feed: 6 in JSON, as the connector fetches them, and 349 saved copies in CSV.
@Tag("recorded")
class RecordedFeedTest {

    private static final Path HTTP = Path.of(System.getProperty("macro-edge.recorded"), "http");
    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Profiles PROFILES =
            new Profiles(Path.of("../catalogue/profiles"), Path.of("none"), () -> CATALOGUE);
    private static final ForexFactoryConnector CONNECTOR =
            new ForexFactoryConnector(() -> PROFILES.shippedOrOwn("forexfactory-feed"));
    private static final Pattern CAPTURE = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z");

    private static List<Path> recorded(String folder) throws IOException {
        try (Stream<Path> files = Files.list(HTTP.resolve(folder))) {
            return files.sorted().toList();
        }
    }

    private static Instant capture(Path file) {
        Matcher found = CAPTURE.matcher(file.getFileName().toString());
        assertThat(found.find()).isTrue();
        return Instant.parse(found.replaceAll("$1-$2-$3T$4:$5:$6Z").replaceAll("^.*?(\\d{4}-.*Z).*$", "$1"));
    }

    private static List<ReportedRelease> rows(byte[] body, Instant fetched) {
        List<ReportedRelease> rows = new ArrayList<>();
        CONNECTOR.read(new Payload("this week", body, fetched)).deliver(result -> {
            if (result instanceof RowResult.Mapped mapped) {
                rows.add(mapped.release());
            }
        });
        return rows;
    }

    @Test
    void theSixAnswersInJsonHaveTheseRows() throws IOException {
        List<Integer> mapped = new ArrayList<>();
        for (Path file : recorded("forexfactory-feed-json")) {
            List<ReportedRelease> rows = rows(Files.readAllBytes(file), capture(file));
            mapped.add(rows.size());
            assertThat(rows).allSatisfy(row -> {
                assertThat(row.actual()).isNull();
                assertThat(row.scheduleCapturedAt()).isEqualTo(capture(file));
            });
        }
        Path first = recorded("forexfactory-feed-json").get(3);
        assertThat(rows(Files.readAllBytes(first), capture(first)))
                .filteredOn(row -> row.indicator().id().value().equals("ch-cpi-mom"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.instant()).isEqualTo(Instant.parse("2026-08-03T06:30:00Z"));
                    assertThat(row.forecasts().getFirst().value()).isEqualByComparingTo("-0.1");
                    assertThat(row.previous()).isEqualByComparingTo("0.0");
                });
        assertThat(mapped).containsExactly(71, 68, 68, 68, 68, 68);
    }

    /// The consensus of the store, as text: who expected what from when on.
    private static String consensus(TestStore store) {
        StoredFacts facts = store.facts()
                .factsOf(CATALOGUE.indicators().stream()
                        .map(indicator -> indicator.id().value())
                        .toList());
        return Stream.concat(
                        facts.schedules().stream()
                                .map(schedule -> schedule.release() + " due " + schedule.scheduledAt() + " said "
                                        + schedule.capturedAt()),
                        facts.forecasts().stream()
                                .map(forecast ->
                                        forecast.release() + " " + forecast.value() + " said " + forecast.capturedAt()))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining("\n"));
    }

    private static TestStore store(Database database, String now) {
        return TestStore.of(database, CATALOGUE, new SettableClock(now));
    }

    @Test
    void theSavedCopiesGiveTheSameConsensusInAnyOrderAndWithRepetitions() throws IOException {
        List<Path> files = new ArrayList<>(recorded("forexfactory-feed-csv"));
        files.removeIf(file -> file.toString().contains("20260101T183303Z")); // an HTML page
        assertThat(files).hasSize(348);
        String inOrder = imported(List.of(files));
        assertThat(inOrder.lines()).hasSizeGreaterThan(10_000);
        for (int seed = 1; seed <= 3; seed++) {
            List<Path> mixed = new ArrayList<>(files);
            mixed.addAll(files.subList(40 * seed, 40 * seed + 50));
            Collections.shuffle(mixed, new Random(seed));
            assertThat(imported(split(mixed, 3 * seed - 2)).equals(inOrder))
                    .as("%d imports of seed %d, with repetitions", 3 * seed - 2, seed)
                    .isTrue();
        }
        assertThat(imported(split(files, 6).reversed()).equals(inOrder))
                .as("the newest copies first")
                .isTrue();
    }

    private static List<List<Path>> split(List<Path> files, int batches) {
        return IntStream.range(0, batches)
                .mapToObj(batch -> files.subList(files.size() * batch / batches, files.size() * (batch + 1) / batches))
                .toList();
    }

    private static String imported(List<List<Path>> batches) {
        CalendarProfile profile = PROFILES.shippedOrOwn("forexfactory-feed-csv");
        try (Database database = TestDatabase.fresh()) {
            TestStore store = store(database, "2026-11-26T12:00:00Z");
            for (List<Path> files : batches) {
                ImportOutcome outcome = store.imports()
                        .run(
                                new ImportRequest(
                                        "forexfactory-feed-csv",
                                        profile,
                                        files.stream().map(CalendarFile::of).toList(),
                                        false,
                                        false),
                                ImportProgress.SILENT);
                assertThat(outcome.counts().quarantined()).isLessThan(3);
                // the feed gave the Philly Fed's index a percent sign for two days of January 2026
                assertThat(store.imports().quarantine(null)).allSatisfy(row -> {
                    assertThat(row.raw())
                            .startsWith("Philly Fed Manufacturing Index,USD,01-15-2026,1:30pm,Medium,-2.9%");
                    assertThat(row.reason()).isEqualTo("unit-contradiction");
                });
            }
            return histories(store);
        }
    }

    /// The history of each release, without the ids, which are names that the first import gives.
    private static String histories(TestStore store) {
        return consensus(store)
                .lines()
                .collect(Collectors.groupingBy(
                        line -> line.substring(0, line.indexOf(' ')),
                        Collectors.mapping(line -> line.substring(line.indexOf(' ')), Collectors.joining("\n"))))
                .entrySet()
                .stream()
                .map(release -> release.getKey().replaceAll("@.*", "") + "\n" + release.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theErrorPageAmongThemIsNoCalendar() throws IOException {
        byte[] page = Files.readAllBytes(
                HTTP.resolve("forexfactory-feed-csv").resolve("forex_data_raw_20260101T183303Z.csv"));
        SettableClock clock = new SettableClock("2026-01-01T18:33:03Z");
        try (Database database = TestDatabase.fresh();
                FaultServer server = FaultServer.of(
                        FaultServer.answer("200 OK", "", new String(page, StandardCharsets.ISO_8859_1)))) {
            TestStore store = TestStore.of(database, CATALOGUE, clock);
            try (TestIngestion sources = TestIngestion.of(store, clock, server.address("/"))) {
                SourceRun run = sources.ingestion()
                        .ingest("forexfactory-feed", request -> {})
                        .getFirst();
                assertThat(run.code()).isEqualTo("source-not-understood");
            }
            assertThat(store.imports().list()).isEmpty();
        }
    }

    @Test
    void fetchesStoreWhatImportsOfTheSameAnswersDoWithoutRepetition() throws IOException {
        SettableClock clock = new SettableClock("2026-08-01T06:51:03Z");
        try (Database database = TestDatabase.fresh();
                FaultServer server = FaultServer.of("");
                Database imported = TestDatabase.fresh()) {
            TestStore live = TestStore.of(database, CATALOGUE, clock);
            TestStore files = store(imported, "2026-11-26T12:00:00Z");
            try (TestIngestion sources = TestIngestion.of(live, clock, server.address("/"))) {
                for (Path file : recorded("forexfactory-feed-json")) {
                    clock.set(capture(file).toString());
                    server.answerWith(FaultServer.text(FaultServer.answer(
                            "200 OK", "", new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))));
                    assertThat(sources.ingestion().ingest("forexfactory-feed", request -> {}))
                            .extracting(SourceRun::state)
                            .isSubsetOf("stored", "unchanged");
                }
            }
            files.imports()
                    .run(
                            new ImportRequest(
                                    "forexfactory-feed",
                                    PROFILES.shippedOrOwn("forexfactory-feed"),
                                    recorded("forexfactory-feed-json").stream()
                                            .map(CalendarFile::of)
                                            .toList(),
                                    false,
                                    false),
                            ImportProgress.SILENT);
            List<String> all = consensus(files).lines().toList();
            List<String> changes = consensus(live).lines().toList();
            assertThat(all).containsAll(changes);
            assertThat(changes).hasSizeLessThan(all.size() / 2);
            for (String asOf : List.of("2026-08-02T12:00:00Z", "2026-08-03T02:00:00Z", "2026-08-03T23:00:00Z")) {
                assertThat(expected(live, asOf)).isEqualTo(expected(files, asOf));
            }
        }
    }

    /// What was expected of each release at an instant.
    private static List<String> expected(TestStore store, String asOf) {
        Instant instant = Instant.parse(asOf);
        return store.facts().asKnown(null).planned().stream()
                .flatMap(release -> release.scheduleAt(instant).stream()
                        .map(schedule -> release.releaseId() + " " + schedule.scheduledAt() + " "
                                + release.forecastAt(instant, schedule)
                                        .map(forecast -> String.valueOf(forecast.value()))
                                        .orElse("-")))
                .sorted()
                .toList();
    }
}
