package org.macroedge.server.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.bias.BiasAnswers;
import org.macroedge.server.bias.view.BiasSummary;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.EditedCatalogue;
import org.macroedge.server.catalogue.TestCatalogues;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.surprises.Surprises;

class InferredPeriodTest {

    private static final Path CATALOGUE = Path.of("../catalogue");
    private static final Catalogue LOADED = CatalogueLoader.load(CATALOGUE);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String HEADER = "indicator,released_at,period,actual,forecast,previous\n";

    private Catalogue catalogue = LOADED;
    private Database database;
    private TestStore store;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        store = TestStore.of(database, LOADED, CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aReleaseWithoutADeclaredPeriodShowsTheOneThatTheLagInfers() {
        load("macro-edge", HEADER + "us-nonfarm-payrolls,2021-09-03T12:30:00Z,,235000,720000,1053000\n");

        ObservedRelease release = known().getFirst();
        assertThat(release.period()).isEqualTo(LocalDate.of(2021, 8, 1));
        assertThat(release.declaredPeriod()).isNull();
        assertThat(release.marks()).containsExactlyInAnyOrder(Mark.IMPORTED, Mark.INFERRED);
    }

    @Test
    void aDeclaredPeriodStaysAsTheSourceSaidIt() {
        load("macro-edge", HEADER + "us-nonfarm-payrolls,2021-09-03T12:30:00Z,2021-06-01,235000,720000,1053000\n");

        ObservedRelease release = known().getFirst();
        assertThat(release.declaredPeriod()).isEqualTo(LocalDate.of(2021, 6, 1));
        assertThat(release.period()).isEqualTo(LocalDate.of(2021, 6, 1));
        assertThat(release.marks()).containsExactly(Mark.IMPORTED);
    }

    @Test
    void aPolicyDecisionDescribesNoPeriod() {
        load("macro-edge", HEADER + "us-fed-funds-rate,2021-09-22T18:00:00Z,,0.25,0.25,0.25\n");

        assertThat(known().getFirst().period()).isNull();
        assertThat(known().getFirst().marks()).containsExactly(Mark.IMPORTED);
    }

    @Test
    void theDateOfARowWithoutAClockDecidesWhereItIsKnownAtTheEndOfThatDay() {
        catalogue = EditedCatalogue.in(folder)
                .edit("de-prelim-cpi-mom", "\n      time: \"14:00\"", "")
                .edit("de-prelim-cpi-mom", "\n  lag: -1", "\n  lag: 14")
                .load();
        store = TestStore.of(database, catalogue, CLOCK);
        load("macro-edge", HEADER + "de-prelim-cpi-mom,2021-02-28,,0.9,0.7,-0.1\n");

        // known at midnight of 1 March in Berlin; from that day the lag would reach another period's end
        assertThat(known().getFirst().releasedAt()).isEqualTo("2021-02-28T23:00:00Z");
        assertThat(known().getFirst().period()).isEqualTo(LocalDate.of(2021, 1, 1));
    }

    @Test
    void noSurpriseScaleOrBiasChangesByIt() throws IOException {
        load("sample", sample());
        EditedCatalogue withoutLags = EditedCatalogue.in(folder);
        try (Stream<Path> regions = Files.list(folder.resolve("indicators"))) {
            regions.forEach(region -> withoutLags.edit(
                    "indicators/" + region.getFileName(), text -> text.replaceAll("(?m)^  lag: .*\n", "")));
        }
        Catalogue bare = withoutLags.load();
        Surprises inferred = Surprises.of(store.facts().asKnown(null));
        Surprises unknown =
                Surprises.of(new ReleaseReader(database.jdbc(), TestCatalogues.of(database, bare)).asKnown(null));

        assertThat(inferred.all().stream()
                        .map(surprise -> surprise.release().marks())
                        .filter(marks -> marks.contains(Mark.INFERRED)))
                .hasSizeGreaterThan(20_000);
        assertThat(unknown.all())
                .allSatisfy(surprise -> assertThat(surprise.release().period())
                        .isEqualTo(surprise.release().declaredPeriod()));
        assertThat(numbers(inferred)).isEqualTo(numbers(unknown));
        BiasSummary with = summary(inferred);
        BiasSummary without = summary(unknown);
        assertThat(with.items()).isEqualTo(without.items());
        assertThat(with.runId()).isNotEqualTo(without.runId());
    }

    private static Map<IndicatorId, List<List<Object>>> numbers(Surprises surprises) {
        Map<IndicatorId, List<List<Object>>> numbers = new TreeMap<>();
        surprises
                .byIndicator()
                .forEach((indicator, series) -> numbers.put(
                        indicator,
                        series.stream().map(InferredPeriodTest::numbers).toList()));
        return numbers;
    }

    private static List<Object> numbers(StandardisedSurprise surprise) {
        return Arrays.asList(surprise.release().releaseId(), surprise.sigma(), surprise.zRaw(), surprise.z());
    }

    private static BiasSummary summary(Surprises surprises) {
        return new BiasAnswers(surprises, CLOCK).summary(Instant.parse("2021-09-03T12:30:00Z"), "default");
    }

    private List<ObservedRelease> known() {
        return store.facts().asKnown(null).releases();
    }

    private void load(String profile, String rows) {
        CalendarFile file =
                new CalendarFile("rows.csv", () -> new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
        Profiles profiles = new Profiles(CATALOGUE.resolve("profiles"), Path.of("none"), () -> catalogue);
        store.imports()
                .run(
                        new ImportRequest(profile, profiles.named(profile), List.of(file), false, false),
                        ImportProgress.SILENT);
    }

    private static String sample() throws IOException {
        try (GZIPInputStream packed =
                new GZIPInputStream(Files.newInputStream(Path.of("../samples/releases-2014-2021.csv.gz")))) {
            return new String(packed.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
