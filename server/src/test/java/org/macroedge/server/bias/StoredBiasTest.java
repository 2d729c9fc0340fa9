package org.macroedge.server.bias;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.bias.BiasPoints;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.events.EventDelivery;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.surprises.LatestSurprises;

class StoredBiasTest {

    private static final Path CATALOGUE = Path.of("../catalogue");
    private static final Catalogue LOADED = CatalogueLoader.load(CATALOGUE);
    private static final Profiles PROFILES = new Profiles(CATALOGUE.resolve("profiles"), Path.of("none"), () -> LOADED);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Set<String> CHOSEN = Set.of(
            "us-nonfarm-payrolls",
            "us-cpi-mom",
            "us-fed-funds-rate",
            "au-employment-change",
            "de-ifo-business-climate");
    private static final String HEADER = "indicator,released_at,period,actual,forecast,previous\n";

    private Database database;
    private TestStore store;
    private LatestBias bias;
    private EventDelivery delivery;

    private record Row(String weightSet, String instrument, Instant asOf, List<Object> numbers, String writtenBy) {}

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        store = TestStore.of(database, LOADED, CLOCK);
        store.adoption().adopt();
        bias = store.bias();
        delivery = store.delivery();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyStoredBiasHasTheBitsOfItsRecomputation() {
        load(sample());
        assertThat(delivery.isBehind()).isTrue();

        delivery.drain();

        assertThat(delivery.isBehind()).isFalse();
        assertThat(rows()).hasSizeGreaterThan(29 * 2 * 2_000);
        assertThatTheStoreEqualsARecomputation();
    }

    @Test
    void aCorrectionRewritesFromItsInstantOnForTheInstrumentsThatReadIt() {
        load(sample());
        delivery.drain();
        Map<String, Row> before = rows();
        String line = sample().lines()
                .filter(one -> one.startsWith("au-employment-change,2019-06"))
                .findFirst()
                .orElseThrow();
        Instant corrected = Instant.parse(line.split(",")[1]);

        assertThat(load(HEADER + withActual(line, "123456")).counts().corrected())
                .isOne();
        delivery.drain();

        Map<String, Row> after = rows();
        Set<String> rewritten = after.entrySet().stream()
                .filter(entry -> !entry.getValue()
                        .writtenBy()
                        .equals(before.get(entry.getKey()).writtenBy()))
                .map(entry -> entry.getValue().instrument())
                .collect(Collectors.toSet());
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(rewritten).contains("AUDUSD", "AUDNZD", "AS51").doesNotContain("EURUSD", "SPX", "UST10");
        assertThat(after.entrySet())
                .filteredOn(entry -> entry.getValue().asOf().isBefore(corrected))
                .allSatisfy(entry -> assertThat(entry.getValue()).isEqualTo(before.get(entry.getKey())));
        assertThatTheStoreEqualsARecomputation();
        assertThat(announced()).containsExactlyInAnyOrderElementsOf(rewritten);
    }

    @Test
    void aNewInstantGivesEveryInstrumentARowAndItsUndoTakesThemBack() {
        load(sample());
        delivery.drain();
        Map<String, Row> before = rows();
        Instant instant = Instant.parse("2018-03-15T03:14:15Z");

        ImportOutcome outcome = load(HEADER + "au-employment-change," + instant + ",,1000,2000,3000\n");
        delivery.drain();

        Map<String, Row> with = rows();
        assertThat(with.values())
                .filteredOn(row -> row.asOf().equals(instant))
                .hasSize(LOADED.instruments().size()
                        * LOADED.storedWeightSetIds().size());
        assertThatTheStoreEqualsARecomputation();

        store.imports().undo(java.util.Objects.requireNonNull(outcome.batch()));
        delivery.drain();

        Map<String, Row> undone = rows();
        assertThat(undone.keySet()).isEqualTo(before.keySet());
        assertThat(undone.entrySet())
                .allSatisfy(entry -> assertThat(entry.getValue().numbers())
                        .isEqualTo(before.get(entry.getKey()).numbers()));
        assertThatTheStoreEqualsARecomputation();
    }

    @Test
    void rowsOfAnotherFormulaOrCatalogueAreComputedAnew() {
        load(sample());
        delivery.drain();
        database.jdbc().sql("UPDATE bias_value SET z = 99").update();
        database.jdbc().sql("UPDATE surprise SET z = 99").update();
        assertThat(delivery.isBehind()).isFalse();

        database.jdbc().sql("UPDATE derived_from SET inputs = 'formula=0'").update();

        assertThat(delivery.isBehind()).isTrue();
        delivery.drain();
        assertThatTheStoreEqualsARecomputation();
        assertThat(count("SELECT count(*) FROM surprise WHERE z = 99")).isZero();
        assertThat(count("SELECT count(*) FROM pg_constraint"
                        + " WHERE conrelid = 'bias_value'::regclass AND contype = 'p'"))
                .isOne();
    }

    @Test
    void oneStaleWeightSetIsComputedAnewAndTheOtherStaysAsItIs() {
        load(sample());
        delivery.drain();
        Map<String, Row> before = rows();
        database.jdbc()
                .sql("UPDATE derived_from SET inputs = 'formula=0' WHERE name = 'bias-history equal'")
                .update();

        delivery.drain();

        assertThat(rows().values())
                .filteredOn(row -> row.writtenBy()
                        .equals(before.get(key(row.weightSet(), row.instrument(), row.asOf()))
                                .writtenBy()))
                .extracting(Row::weightSet)
                .containsOnly("default")
                .hasSize(before.size() / 2);
        assertThatTheStoreEqualsARecomputation();
    }

    @Test
    void rowsOfAWeightSetThatLeftTheCatalogueAreDropped() {
        load(sample());
        delivery.drain();
        database.jdbc()
                .sql("UPDATE derived_from SET name = 'bias-history gone' WHERE name = 'bias-history equal'")
                .update();
        database.jdbc()
                .sql("UPDATE run SET weight_set = 'gone' WHERE weight_set = 'equal'")
                .update();
        database.jdbc()
                .sql("UPDATE bias_series SET weight_set = 'gone' WHERE weight_set = 'equal'")
                .update();

        delivery.drain();

        assertThat(count("SELECT count(*) FROM bias WHERE weight_set = 'gone'")).isZero();
        assertThat(count("SELECT count(*) FROM run WHERE weight_set = 'gone'")).isZero();
        assertThatTheStoreEqualsARecomputation();
    }

    @Test
    void everyStoredSurpriseIsThatOfTheAnswers() {
        load(sample());
        delivery.drain();
        load(HEADER + "us-nonfarm-payrolls,2021-12-03T13:30:00Z,,1,2,3\n");
        delivery.drain();

        List<String> stored = database.jdbc()
                .sql("SELECT release, z FROM surprise ORDER BY release")
                .query((row, number) -> row.getString("release") + ' ' + row.getObject("z"))
                .list();
        assertThat(stored)
                .containsExactlyElementsOf(store.get(LatestSurprises.class).at(null).all().stream()
                        .map(one -> one.release().releaseId() + " " + one.z())
                        .sorted()
                        .toList());
        assertThat(count("SELECT count(*) FROM rolling_statistic"))
                .isEqualTo(3 * count("SELECT count(DISTINCT (indicator, released_at)) FROM surprise"));
        assertThat(count("SELECT count(*) FROM rolling_statistic WHERE days = 365 AND count NOT BETWEEN 1 AND 13"
                        + " AND as_of > '2015-06-01' AND indicator = 'us-nonfarm-payrolls'"))
                .isZero();
    }

    private void assertThatTheStoreEqualsARecomputation() {
        BiasAnswers answers = new LatestBias(store.get(LatestSurprises.class), CLOCK).at(null);
        Map<String, Row> rows = rows();
        long expected = 0;
        for (String weightSet : List.of("default", "equal")) {
            BiasRuns runs = answers.runs(weightSet);
            List<Instant> instants = List.copyOf(runs.instants());
            int[] all = java.util.stream.IntStream.range(0, LOADED.instruments().size())
                    .toArray();
            long[] seconds =
                    instants.stream().mapToLong(Instant::getEpochSecond).toArray();
            for (BiasPoints points : runs.model().points(all, seconds)) {
                for (int at = 0; at < seconds.length; at++) {
                    expected++;
                    String key = key(weightSet, points.instrument().id().value(), instants.get(at));
                    assertThat(rows.get(key).numbers()).as(key).isEqualTo(numbers(points.at(at)));
                }
            }
            assertThat(runIds(weightSet))
                    .isEqualTo(instants.stream().map(runs::id).toList());
        }
        assertThat(rows).hasSize(Math.toIntExact(expected));
    }

    private static List<Object> numbers(InstrumentBias bias) {
        return java.util.Arrays.asList(
                bias.z(),
                bias.score(),
                bias.health().value(),
                bias.health().coverage(),
                bias.health().freshness(),
                bias.health().quality(),
                bias.composition().agreement(),
                bias.composition().breadth(),
                bias.composition().newShare(),
                bias.reason() == null ? null : bias.reason().code());
    }

    private Map<String, Row> rows() {
        Map<String, Row> rows = new TreeMap<>();
        database.jdbc()
                .sql("SELECT weight_set, instrument, extract(epoch FROM as_of)::bigint AS second, z, score, health,"
                        + " coverage, freshness, quality, agreement, breadth, new_share, reason,"
                        + " bias_value.xmin::text AS written_by FROM bias_value JOIN bias_series ON number = series")
                .query((row, number) -> new Row(
                        row.getString("weight_set"),
                        row.getString("instrument"),
                        Instant.ofEpochSecond(row.getLong("second")),
                        java.util.Arrays.asList(
                                row.getObject("z"),
                                row.getObject("score"),
                                row.getObject("health"),
                                row.getObject("coverage"),
                                row.getObject("freshness"),
                                row.getObject("quality"),
                                row.getObject("agreement"),
                                row.getObject("breadth"),
                                row.getObject("new_share"),
                                row.getObject("reason")),
                        row.getString("written_by")))
                .list()
                .forEach(row -> rows.put(key(row.weightSet(), row.instrument(), row.asOf()), row));
        return rows;
    }

    private static String key(String weightSet, String instrument, Instant asOf) {
        return weightSet + ' ' + instrument + ' ' + asOf;
    }

    private List<String> runIds(String weightSet) {
        return database.jdbc()
                .sql("SELECT id FROM run WHERE weight_set = ? ORDER BY as_of")
                .param(weightSet)
                .query((row, number) -> HexFormat.of().formatHex(row.getBytes("id")))
                .list();
    }

    private List<String> announced() {
        return database.jdbc()
                .sql("SELECT DISTINCT key FROM event_log WHERE type = ?")
                .param(BiasComputed.TYPE)
                .query(String.class)
                .list();
    }

    private long count(String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }

    private ImportOutcome load(String rows) {
        CalendarFile file =
                new CalendarFile("rows.csv", () -> new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
        return store.imports()
                .run(
                        new ImportRequest("macro-edge", PROFILES.named("macro-edge"), List.of(file), false, false),
                        ImportProgress.SILENT);
    }

    private static String withActual(String line, String actual) {
        String[] cells = line.split(",", -1);
        cells[3] = actual;
        return String.join(",", cells) + '\n';
    }

    /// The sample's rows of a few indicators.
    private static String sample() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of("../samples/releases-2014-2021.csv.gz"))),
                StandardCharsets.UTF_8))) {
            return HEADER
                    + lines.lines()
                            .filter(line -> CHOSEN.contains(line.substring(0, line.indexOf(','))))
                            .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }
}
