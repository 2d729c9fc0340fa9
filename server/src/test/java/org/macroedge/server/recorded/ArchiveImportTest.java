package org.macroedge.server.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.bias.BiasAnswers;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.TestCatalogues;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.intake.ImportCounts;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.surprises.Surprises;
import org.postgresql.PGConnection;

/// Twelve years of a real calendar, through the store.
@Tag("recorded")
class ArchiveImportTest {

    private static final Path ARCHIVE =
            Path.of(System.getProperty("macro-edge.recorded"), "calendar", "forexfactory-2010-2021");
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    /// Rows of the archive that carry both numbers, the spilled ones left out; counted by an independent
    /// script.
    private static final int WITH_BOTH_NUMBERS = 35_881;

    private static final int INSTANTS = 200;
    private static final long SEED = 20210903;

    private static Database database;
    private static TestStore store;
    private static ImportCounts first;
    private static KnownReleases facts;
    private static Surprises surprises;

    @BeforeAll
    static void load() {
        database = TestDatabase.fresh();
        store = TestStore.of(database, CATALOGUE, CLOCK);
        first = run();
        facts = store.facts().asKnown(null);
        surprises = Surprises.of(facts);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void theSevenCountsAddUpAndASecondImportChangesNothing() throws IOException {
        long lines = 0;
        try (Stream<Path> files = Files.list(ARCHIVE)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".csv")).toList()) {
                lines += Files.readAllLines(file).size() - 1;
            }
        }
        assertThat(first.read()).isEqualTo(lines);
        assertThat(sum(first)).isEqualTo(lines);
        assertThat(first.ignored()).isGreaterThan(10_390);

        ImportCounts second = run();
        assertThat(sum(second)).isEqualTo(lines);
        assertThat(second.unchanged()).isEqualTo(first.imported() + first.unchanged());
        assertThat(second.imported() + second.corrected() + second.revised()).isZero();
    }

    @Test
    void mappedTitlesCoverNineTenthsOfTheRowsWithBothNumbers() {
        long both = facts.releases().stream()
                .filter(release -> !release.forecasts().isEmpty())
                .count();

        assertThat((double) both / WITH_BOTH_NUMBERS).isBetween(0.9, 1.0);
    }

    @Test
    void knownFiguresAreThere() {
        StandardisedSurprise payrolls = at("us-nonfarm-payrolls", "2021-09-03T12:30:00Z");
        assertThat(payrolls.z()).isBetween(-2.9, -2.7);

        StandardisedSurprise cpi = at("us-cpi-yoy", "2021-07-13T12:30:00Z");
        assertThat(cpi.release().actual()).isEqualByComparingTo("5.4");
        assertThat(cpi.forecast().value()).isEqualByComparingTo("4.9");
    }

    @ParameterizedTest
    @CsvSource({"us-fed-funds-rate, 2020-03-15", "ch-libor-target, 2015-01-15"})
    void aPolicyDecisionWithoutAForecastIsMeasuredAgainstTheRateInForce(String indicator, String date) {
        assertThat(surprises.of(new IndicatorId(indicator)))
                .filteredOn(one -> one.release().releasedAt().toString().startsWith(date))
                .singleElement()
                .satisfies(one -> assertThat(one.z()).isLessThan(-1))
                .satisfies(one -> assertThat(one.marks()).contains(Mark.NO_FORECAST));
    }

    @Test
    void payrollsComeAtHalfPastEightInNewYork() {
        assertThat(surprises.of(new IndicatorId("us-nonfarm-payrolls")))
                .hasSizeGreaterThan(140)
                .allSatisfy(one -> assertThat(one.release()
                                .releasedAt()
                                .atOffset(ZoneOffset.UTC)
                                .toLocalTime())
                        .isIn(LocalTime.of(12, 30), LocalTime.of(13, 30)));
    }

    @Test
    void noZComesBeforeTheEleventhSurprise() {
        assertThat(surprises.byIndicator().values())
                .allSatisfy(series -> assertThat(series.stream()
                                .filter(one -> one.surprise() != null)
                                .limit(10)
                                .filter(one -> !one.marks().contains(Mark.PROVISIONAL)))
                        .allSatisfy(one -> assertThat(one.z()).isNull()));
    }

    @Test
    void aStoreCutAtAnInstantAnswersTheSameBytesAsTheWholeOneAskedThen() {
        BiasAnswers whole = new BiasAnswers(surprises, CLOCK);
        try (Database cut = TestDatabase.fresh()) {
            cut.jdbc()
                    .sql("INSERT INTO batch (recorded_at, kind) VALUES (?, 'calendar')")
                    .param(facts.recordedAt().atOffset(ZoneOffset.UTC))
                    .update();
            ReleaseReader known = new ReleaseReader(cut.jdbc(), TestCatalogues.of(cut, CATALOGUE));
            Instant before = Instant.EPOCH;
            for (Instant asOf : drawn()) {
                move(cut, before, asOf);
                before = asOf;
                BiasAnswers then = new BiasAnswers(Surprises.of(known.asKnown(null)), CLOCK);

                assertThat(Json.text(then.summary(asOf, "default")))
                        .as("%s, seed %d", asOf, SEED)
                        .isEqualTo(Json.text(whole.summary(asOf, "default")));
                assertThat(Json.text(then.explanation("EURUSD", asOf, "default")))
                        .isEqualTo(Json.text(whole.explanation("EURUSD", asOf, "default")));
            }
        }
    }

    private static SortedSet<Instant> drawn() {
        SplittableRandom random = new SplittableRandom(SEED);
        SortedSet<Instant> instants = new TreeSet<>();
        List<ObservedRelease> releases = facts.releases();
        while (instants.size() < INSTANTS) {
            ObservedRelease drawn = releases.get(random.nextInt(releases.size()));
            instants.add(drawn.releasedAt().minusSeconds(random.nextInt(2)));
        }
        return instants;
    }

    /// Takes the rows that became known after one instant and up to another over from the whole store.
    private static void move(Database cut, Instant after, Instant upTo) {
        String prints = "SELECT %s FROM print WHERE known_at > '" + after + "' AND known_at <= '" + upTo + "'";
        copy(cut, "release", "SELECT * FROM release WHERE id IN (" + prints.formatted("release") + ")");
        copy(cut, "forecast", "SELECT * FROM forecast WHERE release IN (" + prints.formatted("release") + ")");
        copy(cut, "print", prints.formatted("*"));
    }

    private static void copy(Database cut, String table, String rows) {
        try (Connection from = database.source().getConnection();
                Connection to = cut.source().getConnection()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            from.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (" + rows + ") TO STDOUT", bytes);
            to.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table + " FROM STDIN", new ByteArrayInputStream(bytes.toByteArray()));
        } catch (SQLException | IOException fault) {
            throw new IllegalStateException("the rows of " + table + " could not be taken over", fault);
        }
    }

    private static StandardisedSurprise at(String indicator, String instant) {
        return surprises.of(new IndicatorId(indicator)).stream()
                .filter(one -> one.release().releasedAt().equals(Instant.parse(instant)))
                .findFirst()
                .orElseThrow();
    }

    private static long sum(ImportCounts counts) {
        return counts.imported()
                + counts.unchanged()
                + counts.corrected()
                + counts.revised()
                + counts.ignored()
                + counts.unmapped()
                + counts.quarantined();
    }

    private static ImportCounts run() {
        Profiles profiles = new Profiles(Path.of("../catalogue/profiles"), Path.of("none"), () -> CATALOGUE);
        try (Stream<Path> files = Files.list(ARCHIVE)) {
            List<CalendarFile> calendars = files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .map(CalendarFile::of)
                    .toList();
            return store.imports()
                    .run(
                            new ImportRequest(
                                    "forexfactory-archive",
                                    profiles.named("forexfactory-archive"),
                                    calendars,
                                    false,
                                    false),
                            ImportProgress.SILENT)
                    .counts();
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }
}
