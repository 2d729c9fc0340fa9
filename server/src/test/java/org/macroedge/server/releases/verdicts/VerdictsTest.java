package org.macroedge.server.releases.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.calendar.LatestCalendar;
import org.macroedge.server.calendar.view.CalendarItem;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.releases.StatedVerdict;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.surprises.LatestIndicators;
import org.macroedge.server.surprises.view.ReleaseItem;
import org.macroedge.server.surprises.view.VerdictView;

/// What a person states about a release, in the store and in the answers.
class VerdictsTest {

    private static final Path SHIPPED = Path.of("../catalogue");
    private static final Catalogue CATALOGUE = CatalogueLoader.load(SHIPPED);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String HEADER = "indicator,released_at,period,actual,forecast,previous\n";
    private static final String ROWS = HEADER
            + "us-nonfarm-payrolls,2021-08-06T12:30:00Z,,943000,870000,938000\n"
            + "us-nonfarm-payrolls,2021-09-03T12:30:00Z,,235000,720000,1053000\n";
    private static final String RELEASE = "us-nonfarm-payrolls@2021-09-03";

    private static final String PLANNED = "us-nonfarm-payrolls,2026-01-09T13:30:00Z,,,60000,64000\n";
    private static final String UPCOMING = "us-nonfarm-payrolls@2026-01-09";

    private Database database;
    private TestStore store;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        store = TestStore.of(database, CATALOGUE, CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({"confirm, confirmed", "doubt, doubtful", "cancel, cancelled", "withdraw, withdrawn"})
    void aVerdictIsShownWithItsAuthorAndReasonFromItsRecordTimeOn(String statement, String state) {
        load(ROWS);
        Instant before = store.facts().latestRecordTime();

        VerdictResult result = state(RELEASE, statement, " typo in the source ");

        assertThat(result.state()).isEqualTo(state);
        assertThat(result.recordedAt()).isAfter(before).isEqualTo(store.facts().latestRecordTime());
        assertThat(verdict(null))
                .isEqualTo(new VerdictView(
                        state,
                        System.getProperty("user.name"),
                        "typo in the source",
                        result.recordedAt(),
                        result.batch()));
        assertThat(verdict(before)).isNull();
        assertThat(releases(null).getFirst().verdict()).isNull();
    }

    @Test
    void theLastVerdictHoldsAndAnUndoBringsBackTheOneBefore() {
        load(ROWS);
        state(RELEASE, "doubt", "looks wrong");
        VerdictResult confirmed = state(RELEASE, "confirm", "the agency confirms it");
        assertThat(state(null)).isEqualTo("confirmed");

        store.imports().undo(confirmed.batch());

        assertThat(state(null)).isEqualTo("doubtful");
        assertThat(state(confirmed.recordedAt())).isEqualTo("confirmed");
    }

    @Test
    void ofTwoProcessesThatHaveTheSameToStateOneStoresIt() throws Exception {
        load(ROWS);
        Verdicts verdicts = store.get(Verdicts.class);
        try (ExecutorService processes = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> states =
                    () -> verdicts.stateOf("bls", new ReleaseId(RELEASE), StatedVerdict.WITHDRAW, "none of its periods")
                            .isPresent();
            List<Boolean> stored = new ArrayList<>();
            for (Future<Boolean> each : processes.invokeAll(List.of(states, states, states, states))) {
                stored.add(each.get());
            }
            assertThat(stored).containsExactlyInAnyOrder(true, false, false, false);
        }
        assertThat(state(null)).isEqualTo("withdrawn");
    }

    @Test
    void reopenTakesTheVerdictBackAndCanBeUndone() {
        load(ROWS);
        state(RELEASE, "doubt", "looks wrong");
        VerdictResult reopened = state(RELEASE, "reopen", "it was right");
        assertThat(reopened.state()).isEqualTo("open");
        assertThat(verdict(null)).isNull();

        store.imports().undo(reopened.batch());

        assertThat(state(null)).isEqualTo("doubtful");
    }

    @Test
    void aVerdictIsAboutTheFigureAndNotAboutOneThatReplacesIt() {
        load(ROWS);
        state(RELEASE, "doubt", "looks wrong");

        load(ROWS.replace(",235000,", ",245000,"));

        assertThat(verdict(null)).isNull();
    }

    @Test
    void aVerdictHoldsWhereTheSourceRepeatsTheFigureWithAnotherPreviousValue() {
        load(ROWS);
        state(RELEASE, "doubt", "looks wrong");

        load(ROWS.replace(",1053000", ",1054000"));

        assertThat(state(null)).isEqualTo("doubtful");
    }

    @Test
    void aVerdictComesBackWithItsFigure() {
        long imported = load(ROWS);
        state(RELEASE, "doubt", "looks wrong");
        store.imports().undo(imported);
        long other = load(HEADER + "us-nonfarm-payrolls,2021-09-03T12:30:00Z,,1,2,3\n");
        assertThat(verdict(null)).isNull();
        store.imports().undo(other);

        load(ROWS);

        assertThat(state(null)).isEqualTo("doubtful");
    }

    @Test
    void everyStatementIsABatch() {
        load(ROWS);
        VerdictResult result = state(RELEASE, "doubt", "looks wrong");

        assertThat(store.imports().list().getFirst().batch()).isEqualTo(result.batch());
        assertThat(store.imports().list().getFirst().kind()).isEqualTo("statement");
    }

    @Test
    void aReleaseThatIsToComeCanBeCancelledAndReopened() {
        load(ROWS + PLANNED);
        state(UPCOMING, "cancel", "shutdown");
        assertThat(upcoming()).isEqualTo("cancelled");

        VerdictResult reopened = state(UPCOMING, "reopen", "it is published after all");
        assertThat(upcoming()).isEqualTo("scheduled");
        store.imports().undo(reopened.batch());
        assertThat(upcoming()).isEqualTo("cancelled");
    }

    @Test
    void aReleaseThatIsToComeHasNoFigureToJudge() {
        load(ROWS + PLANNED);
        for (String statement : List.of("confirm", "doubt", "withdraw")) {
            assertRefused(
                    UPCOMING,
                    new VerdictRequest(statement, "x"),
                    ProblemCode.NOT_PUBLISHED,
                    "Release " + UPCOMING + " has no figure yet. A release that is to come can only be cancelled");
        }
        assertRefused(
                UPCOMING,
                new VerdictRequest("reopen", "x"),
                ProblemCode.NO_VERDICT,
                "Release " + UPCOMING
                        + " has no verdict to take back. `release` with confirm, doubt, cancel or withdraw"
                        + " states one");
    }

    @Test
    void theSameScheduleReadAgainStaysCancelledAndAnotherInstantIsScheduledAgain() {
        long planned = load(ROWS + PLANNED);
        state(UPCOMING, "cancel", "shutdown");
        store.imports().undo(planned);
        load(ROWS + PLANNED);
        assertThat(upcoming()).isEqualTo("cancelled");

        load(ROWS + PLANNED.replace("13:30", "15:30"));

        assertThat(upcoming()).isEqualTo("scheduled");
    }

    @Test
    void anUnknownReleaseIsRefusedWithTheNearest() {
        load(ROWS);

        assertRefused(
                "us-nonfarm-payrolls@2021-09-04",
                new VerdictRequest("doubt", "x"),
                ProblemCode.UNKNOWN_RELEASE,
                "Release \"us-nonfarm-payrolls@2021-09-04\" does not exist. Did you mean"
                        + " us-nonfarm-payrolls@2021-09-03, us-nonfarm-payrolls@2021-08-06?");
    }

    @Test
    void anEmptyStoreHasNoReleaseNearby() {
        assertRefused(
                RELEASE,
                new VerdictRequest("doubt", "x"),
                ProblemCode.UNKNOWN_RELEASE,
                "Release \"" + RELEASE + "\" does not exist, because the store has no releases. Import a calendar"
                        + " first: `import calendar FILE --profile NAME`");
    }

    @Test
    void thereIsNothingToReopenWithoutAVerdict() {
        load(ROWS);
        assertRefused(
                RELEASE,
                new VerdictRequest("reopen", "x"),
                ProblemCode.NO_VERDICT,
                "Release " + RELEASE + " has no verdict to take back. `release` with confirm, doubt, cancel or withdraw"
                        + " states one");
    }

    @Test
    void aStatementWithoutAReasonIsRefused() {
        load(ROWS);
        for (String reason : List.of("", "  ", "\t\n")) {
            assertRefused(
                    RELEASE,
                    new VerdictRequest("doubt", reason),
                    ProblemCode.INVALID_REQUEST,
                    "A reason is missing. Say in one line why, so that others can judge it");
        }
        assertRefused(
                RELEASE,
                new VerdictRequest("doubt", null),
                ProblemCode.INVALID_REQUEST,
                "A reason is missing. Say in one line why, so that others can judge it");
    }

    @Test
    void aReasonIsOneLineOfText() {
        load(ROWS);
        for (String reason :
                List.of("a\nb", "a\u0000b", "a\u001b[31mb", "\u202eab", "a\u2028b", "a\u2066b", "a\ud800")) {
            assertRefused(
                    RELEASE,
                    new VerdictRequest("doubt", reason),
                    ProblemCode.INVALID_REQUEST,
                    "The reason has a line break or another control character. Write the reason in one line");
        }
        assertRefused(
                RELEASE,
                new VerdictRequest("doubt", "a".repeat(501)),
                ProblemCode.INVALID_REQUEST,
                "The reason has 501 characters. At most 500 are stored");
        assertThat(state(RELEASE, "doubt", "é".repeat(500)).reason()).hasSize(500);
    }

    @Test
    void anUnknownStatementIsRefusedWithTheAllowedOnes() {
        load(ROWS);
        assertRefused(
                RELEASE,
                new VerdictRequest("confirmed", "x"),
                ProblemCode.INVALID_REQUEST,
                "Invalid value for statement: \"confirmed\". Allowed values: confirm, doubt, cancel, withdraw, reopen");
        assertRefused(
                RELEASE,
                new VerdictRequest(null, "x"),
                ProblemCode.INVALID_REQUEST,
                "Invalid value for statement: \"null\". Allowed values: confirm, doubt, cancel, withdraw, reopen");
    }

    @Test
    void theLogTellsWhichIndicatorAVerdictAndItsUndoChange() {
        load(ROWS);
        VerdictResult result = state(RELEASE, "doubt", "looks wrong");
        String changed = "{\"batch\": %d, \"region\": \"US\", \"marketTo\": \"2021-09-03T12:30:00Z\","
                + " \"indicators\": [\"us-nonfarm-payrolls\"], \"marketFrom\": \"2021-09-03T12:30:00Z\"}";
        assertThat(lastEvent()).isEqualTo(changed.formatted(result.batch()));

        long undo = store.imports().undo(result.batch());

        assertThat(lastEvent()).isEqualTo(changed.formatted(undo));
    }

    @Test
    void aReleaseThatIsSetAsideLeavesZAndItsMarkSaysSo() {
        load(ROWS);
        state(RELEASE, "doubt", "looks wrong");

        ReleaseItem release = releases(null).getLast();

        assertThat(release.z()).isNull();
        assertThat(release.reason()).isEqualTo("doubtful");
        assertThat(release.marks()).contains("doubtful");
    }

    /// The state of the release that is to come, after everything stated so far.
    private String upcoming() {
        Instant now = CLOCK.instant();
        return store
                .get(LatestCalendar.class)
                .at(null)
                .between(now, null, now.plus(Duration.ofDays(10)), Region.US, 3)
                .items()
                .stream()
                .filter(item -> UPCOMING.equals(item.releaseId()))
                .map(CalendarItem::state)
                .collect(Collectors.joining());
    }

    private String lastEvent() {
        return database.jdbc()
                .sql("SELECT payload::text FROM event_log ORDER BY seq DESC LIMIT 1")
                .query(String.class)
                .single();
    }

    private VerdictResult state(String release, String statement, String reason) {
        return store.get(Verdicts.class).state(release, new VerdictRequest(statement, reason));
    }

    private void assertRefused(String release, VerdictRequest request, ProblemCode code, String message) {
        int batches = store.imports().list().size();
        assertThatThrownBy(() -> store.get(Verdicts.class).state(release, request))
                .isInstanceOfSatisfying(
                        MacroEdgeException.class,
                        fault -> assertThat(fault.code()).isEqualTo(code))
                .hasMessage(message);
        assertThat(store.imports().list()).hasSize(batches);
    }

    private @Nullable VerdictView verdict(@Nullable Instant recordedAt) {
        return releases(recordedAt).getLast().verdict();
    }

    private String state(@Nullable Instant recordedAt) {
        VerdictView verdict = verdict(recordedAt);
        return verdict == null ? "open" : verdict.verdict();
    }

    private List<ReleaseItem> releases(@Nullable Instant recordedAt) {
        return store.get(LatestIndicators.class)
                .at(recordedAt)
                .releases("us-nonfarm-payrolls", null)
                .items();
    }

    private long load(String rows) {
        CalendarFile file =
                new CalendarFile("rows.csv", () -> new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
        Profiles profiles = new Profiles(SHIPPED.resolve("profiles"), Path.of("none"), () -> CATALOGUE);
        Long batch = store.imports()
                .run(
                        new ImportRequest("macro-edge", profiles.named("macro-edge"), List.of(file), false, false),
                        ImportProgress.SILENT)
                .batch();
        return batch == null ? 0 : batch;
    }
}
