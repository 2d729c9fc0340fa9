package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.releases.Schedule;
import org.macroedge.server.releases.StoredFacts;
import org.macroedge.server.releases.importing.BatchKind;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ReportedBatch;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.replay.FakeWorld;
import org.macroedge.server.replay.FinalFacts;
import org.macroedge.server.replay.RecordedWeek;
import org.macroedge.server.replay.WorldFaults;
import org.macroedge.server.soak.Soak;

/// A server with its sources on goes through the week of 15 December 2019 by a virtual clock. The world around it is
/// composed from the recorded calendar of that week. In the end, every actual has come once, and the answers are those
/// of a store that was given the final facts.
@Tag("recorded")
@Tag("seeded")
class ReplayedWeekTest {

    private static final Path RECORDED = Path.of(System.getProperty("macro-edge.recorded"));
    private static final Path DAYS = RECORDED.resolve("calendar/forexfactory-json-2019-2020/date");
    private static final Path HISTORY = RECORDED.resolve("calendar/forexfactory-2010-2021");
    private static final Path CATALOGUE = Path.of("../catalogue");
    private static final Catalogue LOADED = CatalogueLoader.load(CATALOGUE);

    private static final Instant BEFORE = Instant.parse("2019-12-01T00:00:00Z");
    private static final Instant START = Instant.parse("2019-12-15T00:00:00Z");
    private static final Instant END = Instant.parse("2019-12-22T00:00:00Z");
    private static final Instant STARTED = START.minus(Duration.ofHours(12));

    /// From when on nothing fails or is killed; every figure of the week comes before.
    private static final Instant QUIET = END.minus(Duration.ofDays(1));

    /// How long the import of the history takes where the machine is free.
    private static final Duration FREE = Duration.ofSeconds(12);

    /// In which a server starts there.
    private static final Duration LEAD = Duration.ofSeconds(15);

    /// The week in 108 seconds where the machine is free.
    private static final int FAST = 6_000;

    /// With many kills: most of the time a server should run.
    private static final int SLOW = 2_000;

    private static final double FAULTS = 0.2;
    private static final long SEED = 20191215;
    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(3);

    /// Before the first figure, between two, at a figure, and after the last.
    private static final WeekAnswers ANSWERS = new WeekAnswers(
            START,
            END,
            List.of(
                    Instant.parse("2019-12-15T12:00:00Z"),
                    Instant.parse("2019-12-16T11:11:11Z"),
                    Instant.parse("2019-12-18T09:30:00Z"),
                    Instant.parse("2019-12-19T13:29:59Z"),
                    Instant.parse("2019-12-20T15:00:00Z"),
                    END));

    @TempDir
    static Path folder;

    private static Path home;
    private static RecordedWeek week;
    private static String history;
    /// How many times as long as on a free machine everything takes.
    private static double busy;

    private final List<Database> databases = new ArrayList<>();

    @BeforeAll
    static void compose() throws Exception {
        home = Files.createDirectories(folder.resolve("home"));
        Path profiles = Files.createDirectories(home.resolve("profiles"));
        String shipped = Files.readString(CATALOGUE.resolve("profiles/forexfactory-feed.yaml"));
        String composed = shipped.replace("previous: previous}", "previous: previous, actual: actual}");
        assertThat(composed).isNotEqualTo(shipped);
        Files.writeString(profiles.resolve("forexfactory-feed.yaml"), composed);
        week = RecordedWeek.read(DAYS, START, profiles, LOADED);
        assertThat(week.releases()).allMatch(release -> release.instant().isBefore(QUIET));
        history = TestDatabase.freshAddress();
        long start = System.nanoTime();
        importHistory();
        busy = Math.max(1, (System.nanoTime() - start) / (double) FREE.toNanos());
    }

    /// A year of the archive, so that surprises have a scale.
    private static void importHistory() throws Exception {
        Path year = HISTORY.resolve("forex_factory_calendar_2018.csv");
        Map<String, String> variables = variables(history);
        variables.put("MACRO_EDGE_CLOCK", WeekServer.setting(BEFORE, Duration.ZERO, 1));
        MacroEdgeProcess command = MacroEdgeProcess.start(
                folder.resolve("import.log"),
                variables,
                "import",
                "calendar",
                year.toString(),
                "--profile",
                "forexfactory-archive");
        assertThat(command.await()).as(command.written()).isZero();
    }

    @AfterEach
    void close() {
        databases.forEach(Database::close);
    }

    private Database database(String address) {
        Database database = Database.at(address);
        databases.add(database);
        return database;
    }

    @Test
    void aWeekComesByItself() throws Exception {
        String server = replayed(FAST, WorldFaults.none(), 0);
        DeclaredMessages.assertSeen(
                "NoteMessage.VIRTUAL_CLOCK",
                Files.readString(folder.resolve("serve.log"))
                        .lines()
                        .filter(line -> line.contains("virtual"))
                        .findFirst()
                        .orElseThrow());
        assertSameAsFinalFacts(server, "without faults");
    }

    @Test
    void aWeekComesWholeWhateverFailsAndIsKilledOnTheWay() throws Exception {
        int kills = Soak.rounds(3, 20);
        WorldFaults faults = WorldFaults.of(FAULTS, SEED, QUIET);
        String server = replayed(kills > 3 ? SLOW : FAST, faults, kills);
        assertThat(faults.counts())
                .allSatisfy((kind, count) -> assertThat(count).as(kind).isPositive());
        assertSameAsFinalFacts(server, kills + " kills, seed " + SEED + ", faults " + faults.counts());
    }

    /// Runs the week.
    ///
    /// @return the address of the store
    private String replayed(int fastest, WorldFaults faults, int kills) throws Exception {
        String address = TestDatabase.copyOf(history);
        SplittableRandom random = new SplittableRandom(SEED);
        Duration slice = Duration.between(START, QUIET).dividedBy(Math.max(1, kills));
        try (WeekServer server = new WeekServer(
                        folder.resolve("serve.log"),
                        (int) (fastest / busy),
                        Duration.ofMillis((long) (LEAD.toMillis() * busy)),
                        STARTED);
                FakeWorld world = new FakeWorld(week, LOADED, server::now, faults)) {
            Map<String, String> variables = variables(address, world);
            server.start(variables, STARTED);
            for (int kill = 0; kill < kills; kill++) {
                Instant from = START.plus(slice.multipliedBy(kill));
                server.runUntil(from.plus(random(random, Duration.ZERO, slice)));
                server.kill();
                server.start(variables, server.now().plus(random(random, SHORTEST_PAUSE, LONGEST_PAUSE)));
            }
            server.runUntil(END);
            server.stop();
            assertThat(world.mistakes()).isEmpty();
            assertThat(world.asked()).isPositive();
        }
        return address;
    }

    private static Duration random(SplittableRandom random, Duration least, Duration most) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis()));
    }

    private static Map<String, String> variables(String address) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("MACRO_EDGE_HOME", home.toString());
        variables.put("MACRO_EDGE_CATALOGUE", CATALOGUE.toString());
        variables.put("MACRO_EDGE_DATABASE_URL", address);
        variables.put("MACRO_EDGE_SAMPLE", "none");
        variables.put("MACRO_EDGE_SOURCES", "none");
        return variables;
    }

    private static Map<String, String> variables(String address, FakeWorld world) {
        Map<String, String> variables = variables(address);
        variables.put("MACRO_EDGE_SOURCES", String.join(",", FakeWorld.SOURCES));
        variables.put("MACRO_EDGE_SOURCE_ADDRESSES", world.addresses());
        variables.put("MACRO_EDGE_FRED_KEY", "composed");
        variables.put("MACRO_EDGE_FRED_TERMS", "accepted");
        return variables;
    }

    private void assertSameAsFinalFacts(String address, String how) throws Exception {
        assertThat(actuals(address)).as("actuals, " + how).containsExactlyElementsOf(expected());
        assertThat(expected()).hasSizeGreaterThanOrEqualTo(100);
        String reference = finalFacts(captured(address));
        assertThat(actuals(reference)).as("actuals of the reference").containsExactlyElementsOf(expected());
        Map<String, String> answers = ANSWERS.of(variables(address));
        Map<String, String> references = ANSWERS.of(variables(reference));
        references.forEach((question, answer) -> {
            assertThat(answer).as(question).hasSizeGreaterThan(2_000);
            assertThat(answers.get(question)).as(question + ", " + how).isEqualTo(answer);
        });
    }

    private StoredFacts facts(String address) {
        TestStore store = TestStore.of(database(address), LOADED, Clock.fixed(END, ZoneOffset.UTC));
        return store.facts()
                .factsOf(LOADED.indicators().stream()
                        .map(indicator -> indicator.id().value())
                        .toList());
    }

    /// Each actual of the week in a store: source, indicator and instant.
    private List<String> actuals(String address) {
        return facts(address).prints().stream()
                .filter(print -> !print.knownAt().isBefore(START))
                .map(print -> actual(print.source(), print.release().indicator(), print.knownAt()))
                .sorted()
                .toList();
    }

    /// When a store first had the schedules of the week, all at once.
    private Instant captured(String address) {
        List<Instant> captures = facts(address).schedules().stream()
                .filter(schedule -> !schedule.scheduledAt().isBefore(START))
                .map(Schedule::capturedAt)
                .filter(capture -> capture != null && capture.isBefore(START))
                .distinct()
                .toList();
        assertThat(captures).as("captures of the week's schedules before it").hasSize(1);
        return captures.getFirst();
    }

    private static String actual(String source, IndicatorId indicator, Instant instant) {
        return source + " " + indicator + " " + instant;
    }

    private List<String> expected() {
        return Stream.concat(
                        week.releases().stream()
                                .map(row -> actual(
                                        "forexfactory-feed", row.indicator().id(), row.instant())),
                        FinalFacts.published(week, LOADED).stream()
                                .map(row -> actual(row.source(), row.indicator().id(), row.instant())))
                .sorted()
                .toList();
    }

    /// A store with the same history that is given the schedules and forecasts of the week once, and each source's
    /// actuals at its end.
    ///
    /// @param captured when the replayed server had the week's schedules, which is a fact too
    private String finalFacts(Instant captured) throws Exception {
        String address = TestDatabase.copyOf(history);
        give(address, captured, week.file(captured));
        give(address, END, week.file(END));
        for (ReleaseAdapter publisher : FinalFacts.byPublisher(week, LOADED)) {
            give(address, END, publisher);
        }
        return address;
    }

    private void give(String address, Instant now, ReleaseAdapter rows) {
        TestStore.of(database(address), LOADED, Clock.fixed(now, ZoneOffset.UTC))
                .imports()
                .run(
                        new ReportedBatch(BatchKind.SOURCE, rows.source(), List.of("final facts"), rows, false),
                        ImportProgress.SILENT);
    }
}
