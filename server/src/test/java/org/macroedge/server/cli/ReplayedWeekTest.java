package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import org.macroedge.server.platform.time.VirtualClock;
import org.macroedge.server.releases.Schedule;
import org.macroedge.server.releases.StoredFacts;
import org.macroedge.server.releases.importing.BatchKind;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ReportedBatch;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.replay.FakeWorld;
import org.macroedge.server.replay.FinalFacts;
import org.macroedge.server.replay.RecordedWeek;

/// A server with its sources on goes through the week of 15 December 2019 by a virtual clock. The world around it is
/// composed from the recorded calendar of that week. In the end, every actual has come once, and the answers are those
/// of a store that was given the final facts.
@Tag("recorded")
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

    /// In which the server starts, before time runs faster.
    private static final Duration LEAD = Duration.ofSeconds(60);

    /// The week in 108 seconds, where the import of the history shows that the machine is free for it.
    private static final int FAST = 6_000;

    private static final Duration FREE = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    private final List<Database> databases = new ArrayList<>();
    private Path home;
    private RecordedWeek week;

    @BeforeEach
    void compose() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        Path profiles = Files.createDirectories(home.resolve("profiles"));
        String shipped = Files.readString(CATALOGUE.resolve("profiles/forexfactory-feed.yaml"));
        String composed = shipped.replace("previous: previous}", "previous: previous, actual: actual}");
        assertThat(composed).isNotEqualTo(shipped);
        Files.writeString(profiles.resolve("forexfactory-feed.yaml"), composed);
        week = RecordedWeek.read(DAYS, START, profiles, LOADED);
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
        String server = replayed();
        DeclaredMessages.assertSeen(
                "NoteMessage.VIRTUAL_CLOCK",
                Files.readString(folder.resolve("serve.log"))
                        .lines()
                        .filter(line -> line.contains("virtual"))
                        .findFirst()
                        .orElseThrow());
        assertSameAsFinalFacts(server);
    }

    /// Runs the week.
    ///
    /// @return the address of the store
    private String replayed() throws Exception {
        String address = TestDatabase.freshAddress();
        long start = System.nanoTime();
        importHistory(address);
        double busy = (System.nanoTime() - start) / (double) FREE.toNanos();
        int speed = (int) (FAST / Math.max(1, busy));
        String setting = STARTED + "," + Clock.systemUTC().instant().plus(LEAD) + "," + speed;
        VirtualClock clock = VirtualClock.of(Clock.systemUTC(), setting).orElseThrow();
        try (FakeWorld world = new FakeWorld(week, LOADED, clock)) {
            Map<String, String> variables = variables(address, setting);
            variables.put("MACRO_EDGE_SOURCES", String.join(",", FakeWorld.SOURCES));
            variables.put("MACRO_EDGE_SOURCE_ADDRESSES", world.addresses());
            variables.put("MACRO_EDGE_FRED_KEY", "composed");
            variables.put("MACRO_EDGE_FRED_TERMS", "accepted");
            MacroEdgeProcess server = serve(variables);
            server.await(LEAD.toMillis());
            assertThat(server.written()).as("a start within " + LEAD).contains("macro-edge is at");
            server.await(Math.max(
                    0,
                    VirtualClock.wait(clock, Duration.between(clock.instant(), END))
                            .toMillis()));
            assertThat(server.process().isAlive()).as(server.written()).isTrue();
            server.process().destroy();
            server.await();
            assertThat(world.mistakes()).isEmpty();
            assertThat(world.asked()).isPositive();
        }
        return address;
    }

    private MacroEdgeProcess serve(Map<String, String> variables) throws IOException {
        return MacroEdgeProcess.start(folder.resolve("serve.log"), variables, "serve", "--port", "0");
    }

    private Map<String, String> variables(String address, String clock) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("MACRO_EDGE_HOME", home.toString());
        variables.put("MACRO_EDGE_CATALOGUE", CATALOGUE.toString());
        variables.put("MACRO_EDGE_DATABASE_URL", address);
        variables.put("MACRO_EDGE_SAMPLE", "none");
        variables.put("MACRO_EDGE_SOURCES", "none");
        variables.put("MACRO_EDGE_CLOCK", clock);
        return variables;
    }

    /// A year of the archive, so that surprises have a scale.
    private void importHistory(String address) throws Exception {
        try (Stream<Path> files = Files.list(HISTORY)) {
            Path year = files.filter(file -> file.getFileName().toString().contains("2018"))
                    .findFirst()
                    .orElseThrow();
            command(address, BEFORE, "import", "calendar", year.toString(), "--profile", "forexfactory-archive");
        }
    }

    /// Runs a command by a clock that stands at an instant, or nearly so.
    private String command(String address, Instant now, String... words) throws Exception {
        Path log = folder.resolve("command.log");
        MacroEdgeProcess command = MacroEdgeProcess.start(
                log, variables(address, now + "," + Clock.systemUTC().instant() + ",1"), words);
        assertThat(command.await()).as(command.written()).isZero();
        return command.written();
    }

    private void assertSameAsFinalFacts(String address) throws Exception {
        assertThat(actuals(address)).as("actuals").containsExactlyElementsOf(expected());
        assertThat(expected()).hasSizeGreaterThanOrEqualTo(100);
        String reference = finalFacts(captured(address));
        assertThat(actuals(reference)).as("actuals of the reference").containsExactlyElementsOf(expected());
        Map<String, String> answers = answers(address);
        answers(reference).forEach((question, answer) -> {
            assertThat(answer).as(question).hasSizeGreaterThan(2_000);
            assertThat(answers.get(question)).as(question).isEqualTo(answer);
        });
    }

    private Map<String, String> answers(String address) throws Exception {
        Map<String, String> answers = new TreeMap<>();
        // what is derived is brought up to date by the first command, with a note
        command(address, END.plusSeconds(60), "bias");
        for (String question : List.of("export releases --from " + START, "export surprises --as-of " + END)) {
            answers.put(question, command(address, END.plusSeconds(60), question.split(" ")));
        }
        return answers;
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
        String address = TestDatabase.freshAddress();
        importHistory(address);
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
