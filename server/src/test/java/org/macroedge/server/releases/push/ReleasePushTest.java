package org.macroedge.server.releases.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.engine.release.ForecastSpread;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.releases.Forecast;
import org.macroedge.server.releases.Schedule;
import org.macroedge.server.releases.StoredFacts;
import org.macroedge.server.releases.importing.BatchView;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.intake.ImportCounts;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;

/// What a program pushes, in a store without a server.
class ReleasePushTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final List<String> INDICATORS = List.of("us-nonfarm-payrolls", "us-cpi-mom");

    private static final String PAYROLLS = """
        {"source": "macro-edge", "releases": [
          {"indicator": "us-nonfarm-payrolls", "releasedAt": "2022-01-07T13:30:00Z", "period": "2021-12-01",
           "actual": 199000, "previous": 249000, "forecasts": [{"kind": "survey", "value": 400000}]},
          {"indicator": "us-cpi-mom", "releaseDate": "2022-01-12", "actual": "0.5", "previous": 0.8,
           "forecasts": [{"kind": "survey", "value": 0.4}]}]}\
        """;

    private final SettableClock clock = new SettableClock("2022-02-01T08:30:00Z");
    private Database database;
    private TestStore store;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        store = TestStore.of(database, CATALOGUE, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static PushRequest request(String json) {
        return Json.mapper().readValue(json, PushRequest.class);
    }

    private ImportOutcome push(String key, String json) {
        return store.get(ReleasePush.class).push(key, request(json));
    }

    private MacroEdgeException refused(String key, String json) {
        return catchThrowableOfType(MacroEdgeException.class, () -> push(key, json));
    }

    private List<ObservedRelease> releases() {
        return store.facts().asKnown(null).releases();
    }

    @Test
    void aPushIsABatchLikeAnImportOfTheSameFiguresAndAnUndoTakesItBack() {
        ImportOutcome outcome = push("one", PAYROLLS);

        assertThat(outcome.counts().read()).isEqualTo(2);
        assertThat(outcome.counts().imported()).isEqualTo(2);
        BatchView listed = store.imports().list().getFirst();
        assertThat(listed.batch()).isEqualTo(outcome.batch());
        assertThat(listed.kind()).isEqualTo("push");
        assertThat(listed.source()).isEqualTo("macro-edge");
        assertThat(listed.files()).containsExactly("push one");
        assertThat(listed.counts()).isEqualTo(outcome.counts());
        List<ObservedRelease> pushed = releases();
        assertThat(pushed.getLast().marks()).contains(Mark.DATE_ONLY);

        assertThat(imported().imported()).isZero();
        store.imports().undo(listed.batch());
        assertThat(releases()).isEqualTo(pushed);
    }

    /// Imports the same figures as a file.
    private ImportCounts imported() {
        Profiles profiles = new Profiles(Path.of("../catalogue/profiles"), Path.of("none"), () -> CATALOGUE);
        byte[] rows = ("indicator,released_at,period,actual,forecast,previous\n"
                        + "us-nonfarm-payrolls,2022-01-07T13:30:00Z,2021-12-01,199000,400000,249000\n"
                        + "us-cpi-mom,2022-01-12,,0.5,0.4,0.8\n")
                .getBytes(StandardCharsets.UTF_8);
        CalendarFile file = new CalendarFile("january.csv", () -> new ByteArrayInputStream(rows));
        return store.imports()
                .run(
                        new ImportRequest("macro-edge", profiles.named("macro-edge"), List.of(file), false, false),
                        ImportProgress.SILENT)
                .counts();
    }

    @Test
    void everyBatchOfAPushAnnouncesItsRegions() {
        long batch = push("one", PAYROLLS).batch();

        assertThat(database.jdbc()
                        .sql("SELECT key FROM event_log WHERE type = 'macro_data_updated'"
                                + " AND (payload ->> 'batch')::bigint = ?")
                        .param(batch)
                        .query(String.class)
                        .list())
                .containsExactly("US");
    }

    @Test
    void theSameKeyWithTheSameContentGivesTheSameAnswerAndStoresNothing() {
        String first = Json.text(push("one", PAYROLLS));
        List<BatchView> batches = store.imports().list();
        clock.set("2022-02-01T09:30:00Z");

        String again = Json.text(push("one", PAYROLLS.replaceAll("\\s+", " ")));

        assertThat(again).isEqualTo(first);
        store.imports().undo(batches.getFirst().batch());
        assertThat(Json.text(push("one", PAYROLLS))).as("after an undo").isEqualTo(first);
        assertThat(releases()).isEmpty();
        assertThat(push("two", PAYROLLS).counts().imported())
                .as("with a new key")
                .isEqualTo(2);
    }

    @Test
    void theSameKeyWithOtherContentIsRefused() {
        push("one", PAYROLLS);
        List<BatchView> batches = store.imports().list();

        MacroEdgeException fault = refused("one", PAYROLLS.replace("199000", "199001"));

        assertThat(fault.code()).isEqualTo(ProblemCode.KEY_REUSED);
        assertThat(fault)
                .hasMessage("The key \"one\" was used for another push. Nothing was stored. Send other content with a"
                        + " new key");
        assertThat(store.imports().list()).isEqualTo(batches);
    }

    @Test
    void aPushOfNothingNewLeavesNoBatchAndUsesItsKey() {
        push("one", PAYROLLS);

        ImportOutcome second = push("two", PAYROLLS);

        assertThat(second.batch()).isNull();
        assertThat(second.counts().unchanged()).isEqualTo(2);
        assertThat(Json.text(push("two", PAYROLLS))).isEqualTo(Json.text(second));
        assertThat(refused("two", PAYROLLS.replace("0.4", "0.3")).code()).isEqualTo(ProblemCode.KEY_REUSED);
        assertThat(store.imports().list()).hasSize(1);
    }

    @Test
    void aDryRunCountsAsThePushDoesStoresNothingAndUsesNoKey() {
        ImportOutcome dry = store.get(ReleasePush.class).dryRun(request(PAYROLLS));

        assertThat(dry.batch()).isNull();
        assertThat(store.imports().list()).isEmpty();
        assertThat(push("one", PAYROLLS).counts()).isEqualTo(dry.counts());
    }

    @Test
    void ofPushesOfOneKeyAtTheSameTimeOneIsStored() throws Exception {
        List<Future<ImportOutcome>> answers;
        try (ExecutorService clients = Executors.newFixedThreadPool(6)) {
            answers = clients.invokeAll(IntStream.range(0, 6)
                    .<Callable<ImportOutcome>>mapToObj(client -> () -> push("one", PAYROLLS))
                    .toList());
        }
        String first = Json.text(answers.getFirst().get());

        for (Future<ImportOutcome> answer : answers) {
            assertThat(Json.text(answer.get())).isEqualTo(first);
        }
        assertThat(store.imports().list()).hasSize(1);
    }

    @Test
    void aReleaseToComeKeepsWhatWasExpectedWithItsKindsSourceAndCaptures() {
        push("one", """
            {"source": "nasdaq", "releases": [
              {"indicator": "us-nonfarm-payrolls", "releasedAt": "2022-02-04T13:30:00.25Z",
               "forecasts": [{"kind": "survey", "value": 150000, "capturedAt": "2022-01-30T10:00:00+02:00"},
                             {"kind": "survey", "value": 125000}, {"kind": "model", "value": -20000}]}]}\
            """);

        StoredFacts facts = store.facts().factsOf(INDICATORS);
        String now = store.imports().list().getFirst().recordedAt().toString();
        assertThat(facts.schedules())
                .extracting(Schedule::source, schedule -> schedule.scheduledAt().toString(), ReleasePushTest::captured)
                .containsExactly(Tuple.tuple("nasdaq", "2022-02-04T13:30:01Z", now));
        assertThat(facts.forecasts())
                .extracting(forecast -> forecast.source() + " "
                        + forecast.kind().code() + " " + forecast.value().toPlainString() + " " + forecast.capturedAt())
                .containsExactlyInAnyOrder(
                        "nasdaq survey 150000 2022-01-30T08:00:00Z",
                        "nasdaq survey 125000 " + now,
                        "nasdaq model -20000 " + now);
        assertThat(facts.forecasts()).extracting(Forecast::source).containsOnly("nasdaq");
    }

    @Test
    void aChangeOfTheSpreadAloneIsANewCaptureAndAPushWithoutOneTakesNoneBack() {
        pushSpread("one", ", \"low\": 350000.0, \"high\": 450000, \"count\": 62");
        pushSpread("two", ", \"low\": 350000, \"high\": 460000, \"count\": 62");
        pushSpread("three", "");
        pushSpread("four", ", \"low\": 350000, \"high\": 460000.00, \"count\": 62");

        List<Forecast> forecasts = store.facts().factsOf(INDICATORS).forecasts();
        assertThat(forecasts)
                .extracting(forecast -> forecast.value().toPlainString(), Forecast::spread)
                .containsExactlyInAnyOrder(
                        Tuple.tuple("400000", spread("350000", "450000", 62)),
                        Tuple.tuple("400000", spread("350000", "460000", 62)));
    }

    @Test
    void anUndoneSpreadLeavesTheForecastThatWasKnownBeforeIt() {
        pushSpread("one", "");
        List<Forecast> before = store.facts().factsOf(INDICATORS).forecasts();
        long batch = pushSpread("two", ", \"high\": 450000").batch();
        assertThat(store.facts().factsOf(INDICATORS).forecasts())
                .extracting(Forecast::spread)
                .containsExactlyInAnyOrder(ForecastSpread.NONE, spread(null, "450000", null));

        store.imports().undo(batch);

        assertThat(store.facts().factsOf(INDICATORS).forecasts()).isEqualTo(before);
    }

    private ImportOutcome pushSpread(String key, String spread) {
        return push(key, """
            {"source": "nasdaq", "releases": [
              {"indicator": "us-nonfarm-payrolls", "releasedAt": "2022-02-04T13:30:00Z",
               "forecasts": [{"kind": "survey", "value": 400000%s}]}]}\
            """.formatted(spread));
    }

    private static ForecastSpread spread(@Nullable String low, @Nullable String high, @Nullable Integer count) {
        return new ForecastSpread(
                low == null ? null : new BigDecimal(low), high == null ? null : new BigDecimal(high), count);
    }

    private static String captured(Schedule schedule) {
        return String.valueOf(schedule.capturedAt());
    }

    @Test
    void anActualOfAnInstantToComeIsSetAsideAsInAFile() {
        ImportOutcome outcome = push("one", """
            {"source": "macro-edge", "releases": [
              {"indicator": "us-nonfarm-payrolls", "releasedAt": "2022-02-01T08:30:00Z", "actual": 1000},
              {"indicator": "us-cpi-mom", "releasedAt": "2022-02-01T08:30:01Z", "actual": 0.5}]}\
            """);

        assertThat(outcome.counts().imported()).isEqualTo(1);
        assertThat(outcome.quarantine()).singleElement().satisfies(reason -> {
            assertThat(reason.reason()).isEqualTo("future-actual");
            assertThat(reason.firstFile()).isEqualTo("push one");
            assertThat(reason.firstLine()).isEqualTo(2);
            assertThat(reason.message()).isEqualTo("the actual is of 2022-02-01T08:30:01Z, which is in the future");
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "push-faults.csv", delimiter = '|', numLinesToSkip = 1, maxCharsPerColumn = 10_000)
    void everyFaultRefusesThePushAndSaysWhereItIsAndWhatToDo(String what, String json, String code, String message) {
        MacroEdgeException fault = refused("one", json);

        assertThat(fault).as(what).hasMessage(message);
        assertThat(fault.code().code()).as(what).isEqualTo(code);
        assertThat(catchThrowableOfType(
                        MacroEdgeException.class,
                        () -> store.get(ReleasePush.class).dryRun(request(json))))
                .as(what + ", in a dry run")
                .hasMessage(message);
        assertThat(store.imports().list()).isEmpty();
        assertThat(push("one", PAYROLLS).batch()).as("the key is unused").isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "naïve", "tab\t"})
    void aKeyIsVisibleAscii(String key) {
        assertThat(refused(key, PAYROLLS))
                .hasMessage("The header Idempotency-Key is not 1 to 100 visible ASCII characters. Nothing was stored."
                        + " Send a UUID, for example");
        assertThat(refused("k".repeat(101), PAYROLLS).code()).isEqualTo(ProblemCode.INVALID_REQUEST);
        assertThat(push("~".repeat(100), PAYROLLS).batch()).isNotNull();
    }

    @Test
    void aPushWithoutAKeyIsRefused() {
        assertThat(catchThrowableOfType(
                        MacroEdgeException.class,
                        () -> store.get(ReleasePush.class).push(null, request(PAYROLLS))))
                .hasMessage("The header Idempotency-Key is missing. Nothing was stored. Send a new key with each new"
                        + " push, and the same one with each repetition");
        assertThat(store.imports().list()).isEmpty();
    }
}
