package org.macroedge.server.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.events.EventDelivery;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.regime.view.RegimePoint;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;
import org.macroedge.server.surprises.DerivedFrom;

/// What is recorded of the changes of a region's quadrant, over a real store with the sample's releases of the United
/// States, which turn from slowdown to stagflation at the end of October 2019.
class RegimeChangesTest {

    private static final Path CATALOGUE = Path.of("../catalogue");
    private static final Catalogue LOADED = CatalogueLoader.load(CATALOGUE);
    private static final Profiles PROFILES = new Profiles(CATALOGUE.resolve("profiles"), Path.of("none"), () -> LOADED);
    private static final Path SAMPLE = Path.of("../samples/releases-2014-2021.csv.gz");
    private static final String HEADER = "indicator,released_at,period,actual,forecast,previous\n";
    private static final List<String> ROWS = rows();

    /// Of another region, long ago.
    private static final String EARLY = "de-final-manufacturing-pmi,2014-01-02T08:55:00Z,,54.3,54.2,54.2";

    private static final String BEFORE = "slowdown";
    private static final String AFTER = "stagflation";
    private static final LocalDate MONTH_END = LocalDate.parse("2019-10-31");
    private static final String LAST_NOON = "2019-10-31T12:00:00Z";
    private static final String LAST_EVENING = "2019-10-31T20:00:00Z";
    private static final String NEXT_DAY = "2019-11-01T00:00:05Z";
    /// The prints from here on decide whether the quadrant turns.
    private static final String DECISIVE = "2019-08-01";

    private final Database database = TestDatabase.fresh();
    private final SettableClock clock = new SettableClock(LAST_EVENING);
    private final TestStore store = adopted(TestStore.of(database, LOADED, clock));

    private static TestStore adopted(TestStore store) {
        store.adoption().adopt();
        return store;
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static List<String> rows() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(SAMPLE)), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> line.startsWith("us-")).toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static List<String> between(String from, String to) {
        return ROWS.stream()
                .filter(row -> at(row).compareTo(from) >= 0 && at(row).compareTo(to) < 0)
                .toList();
    }

    private static String at(String row) {
        return row.split(",")[1];
    }

    /// Imports rows, as a server does.
    ///
    /// @return the batch
    private long load(List<String> rows) {
        String text = HEADER + String.join("\n", rows) + "\n";
        CalendarFile csv =
                new CalendarFile("rows.csv", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        ImportRequest request =
                new ImportRequest("macro-edge", PROFILES.named("macro-edge"), List.of(csv), false, false);
        return Objects.requireNonNull(
                store.imports().run(request, ImportProgress.SILENT).batch());
    }

    /// Another process over the same store.
    private EventDelivery server() {
        return server(TestStore.of(database, LOADED, clock));
    }

    private EventDelivery server(TestStore process) {
        RegimeChanges changes = new RegimeChanges(
                process.get(CatalogueInForce.class),
                process.get(LatestRegimes.class),
                new RegimeStates(database.jdbc()),
                process.get(DerivedFrom.class),
                process.get(EventLog.class),
                process.get(RecordTimes.class),
                clock);
        return new EventDelivery(database.jdbc(), database.transactions(), List.of(changes));
    }

    /// Everything that was ever recorded, in the order of the log.
    private List<RegimeChanged> recorded() {
        return store.get(EventLog.class).after(0, Set.of(RegimeChanged.TYPE), 1_000).stream()
                .map(event -> event.read(RegimeChanged.class))
                .toList();
    }

    private List<String> turns() {
        return recorded().stream()
                .map(changed -> changed.region() + " " + changed.before() + " " + changed.quadrant())
                .toList();
    }

    /// A store up to the evening of the last day of the month, and what the first look at it records.
    private EventDelivery begun() {
        load(between("", LAST_EVENING));
        EventDelivery server = server(store);
        server.drain();
        return server;
    }

    @Test
    void historyIsOneEventAndAMonthThatEndsWithAnotherQuadrantIsOneMore() {
        EventDelivery server = server(store);
        load(between("", LAST_NOON));
        server.drain();
        assertThat(turns()).containsExactly("US null " + BEFORE);

        load(between(LAST_NOON, LAST_EVENING));
        server.drain();
        assertThat(turns()).hasSize(1);

        clock.set(NEXT_DAY);
        assertThat(server.isBehind()).isTrue();
        server.drain();
        assertThat(server.isBehind()).isFalse();

        assertThat(turns()).containsExactly("US null " + BEFORE, "US " + BEFORE + " " + AFTER);
        RegimeChanged changed = recorded().getLast();
        RegimePoint point = answer(changed);
        assertThat(changed.since()).isEqualTo(MONTH_END);
        assertThat(changed.monthEnd()).isEqualTo(MONTH_END).isEqualTo(point.monthEnd());
        assertThat(changed.quadrant()).isEqualTo(point.quadrant());
        assertThat(changed.growth()).isEqualTo(point.growth().composite());
        assertThat(changed.inflation()).isEqualTo(point.inflation().composite());
        assertThat(changed.stale()).isFalse();
    }

    /// What the module answers as of the instant and at the record time that an event names.
    private RegimePoint answer(RegimeChanged changed) {
        return Objects.requireNonNull(
                store.get(LatestRegimes.class).at(changed.recordedAt()).list(changed.asOf()).items().stream()
                        .filter(item -> item.region().equals(changed.region()))
                        .findFirst()
                        .orElseThrow()
                        .latest());
    }

    @Test
    void aRestartARedeliveryAndAnotherServerRecordNothingMore() {
        begun();
        clock.set(NEXT_DAY);
        EventDelivery other = server();
        CompletableFuture.allOf(Stream.of(server(), other)
                        .map(server -> CompletableFuture.runAsync(server::drain))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(turns()).hasSize(2);

        database.jdbc()
                .sql("DELETE FROM event_cursor WHERE consumer = 'regimes'")
                .update();
        other.drain();
        database.jdbc().sql("DELETE FROM derived_from WHERE name = 'regimes'").update();
        server().drain();
        assertThat(turns()).hasSize(2);
    }

    @Test
    void aCorrectionOfOldReleasesIsAChangeAndItsCorrectionBackIsOneMore() {
        begun();
        clock.set(NEXT_DAY);
        EventDelivery server = server(store);
        server.drain();
        List<String> decisive = between(DECISIVE, LAST_EVENING).stream()
                .filter(RegimeChangesTest::isOfPrices)
                .toList();

        load(decisive.stream().map(RegimeChangesTest::lower).toList());
        server.drain();
        server().drain();
        assertThat(turns())
                .containsExactly("US null " + BEFORE, "US " + BEFORE + " " + AFTER, "US " + AFTER + " " + BEFORE);
        assertThat(recorded().getLast().since()).isBefore(MONTH_END);

        load(decisive);
        server.drain();
        server().drain();
        assertThat(turns()).hasSize(4).endsWith("US " + BEFORE + " " + AFTER);
    }

    private static boolean isOfPrices(String row) {
        return row.matches("us-.*(cpi|ppi|pce-price).*");
    }

    /// As if prices had risen less.
    private static String lower(String row) {
        String[] fields = row.split(",", -1);
        fields[3] = new BigDecimal(fields[3]).subtract(new BigDecimal("0.3")).toPlainString();
        return String.join(",", fields);
    }

    @Test
    void withoutReleasesThereIsNoQuadrantAndTheNextOneIsAFirstOne() {
        clock.set("2026-01-10T00:00:00Z");
        long batch = load(between("", LAST_EVENING));
        EventDelivery server = server(store);
        server.drain();
        store.imports().undo(batch);
        server.drain();
        load(between("", LAST_EVENING));
        server.drain();

        assertThat(turns()).containsExactly("US null " + BEFORE, "US " + BEFORE + " undetermined", "US null " + BEFORE);
        assertThat(recorded())
                .first()
                .satisfies(first -> assertThat(first.stale()).isTrue());
        assertThat(recorded().get(1)).satisfies(gone -> {
            assertThat(gone.monthEnd()).isNull();
            assertThat(gone.growth()).isNull();
            assertThat(gone.stale()).isTrue();
        });
    }

    /// An answer about old data is as of their last release, so that it goes back by a month.
    @Test
    void dataThatGrowOldChangeNoQuadrant() {
        EventDelivery server = begun();
        clock.set(NEXT_DAY);
        server.drain();
        clock.step(Duration.ofDays(40));
        server.drain();
        load(List.of(EARLY));
        server.drain();

        assertThat(turns()).hasSize(2);
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        begun();
        List<String> shuffled = new ArrayList<>(between("", LAST_EVENING));
        Collections.shuffle(shuffled, new Random(1));
        RegimeChangesTest other = new RegimeChangesTest();
        try {
            other.load(shuffled);
            other.server(other.store).drain();
            assertThat(other.recorded())
                    .usingRecursiveComparison()
                    .ignoringFields("recordedAt")
                    .isEqualTo(recorded());
        } finally {
            other.close();
        }
    }
}
