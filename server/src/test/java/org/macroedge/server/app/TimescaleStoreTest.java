package org.macroedge.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macroedge.server.platform.config.StoreProfile;
import org.macroedge.server.platform.config.TimescaleSettings;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.timescale.StorePart;

/// The same changes give the same rows on plain PostgreSQL and on a real TimescaleDB, whatever the store uses of it.
@Tag("system")
@Timeout(900)
class TimescaleStoreTest {

    private static final String COMPRESS = "SELECT count(compress_chunk(chunk, true)) FROM show_chunks('%s') AS chunk";
    private static final List<String> SERIES =
            List.of("surprise", "rolling_statistic", "run", "bias_value", "index_value");
    private static final String FIRST =
            IntStream.range(0, 84).mapToObj(TimescaleStoreTest::month).collect(Collectors.joining());
    private static final String CORRECTION = """
        us-nonfarm-payrolls,2015-03-06T13:30:00Z,,200000,240000,
        us-cpi-mom,2016-05-17T12:30:00Z,,0.7,0.3,
        de-ifo-business-climate,2021-06-24T08:00:00Z,,99.9,100.6,
        """;
    private static final String LATER = """
        us-nonfarm-payrolls,2023-03-10T13:30:00Z,,311000,205000,
        us-cpi-mom,2023-03-14T12:30:00Z,,0.4,0.4,
        """;

    /// What a store uses of TimescaleDB.
    enum Form {
        PLAIN(StoreProfile.NONE, false, false),
        HYPERTABLES(StoreProfile.APACHE, false, false),
        AGGREGATE(StoreProfile.TIMESCALE, false, false),
        COMPRESSED(StoreProfile.TIMESCALE, true, true);

        private final TimescaleSettings settings;
        private final boolean hasSample;

        /// @param hasSample whether the test takes the sample, which takes minutes, or some rows
        Form(StoreProfile profile, boolean anyVersion, boolean hasSample) {
            this.settings = new TimescaleSettings(profile, anyVersion);
            this.hasSample = hasSample;
        }

        Set<StorePart> parts() {
            return switch (this) {
                case PLAIN -> Set.of();
                case HYPERTABLES -> Set.of(StorePart.HYPERTABLES);
                case AGGREGATE -> Set.of(StorePart.HYPERTABLES, StorePart.AGGREGATE);
                case COMPRESSED -> Set.of(StorePart.values());
            };
        }
    }

    private final Path folder;

    TimescaleStoreTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @EnumSource
    void theSameChangesGiveTheSameRows(Form form) throws Exception {
        try (TimescaleProcess server = TimescaleProcess.start(folder.resolve("log"), "extension");
                Database timescale = server.open(form.settings);
                Database plain = TestDatabase.fresh()) {
            assertThat(Set.of(StorePart.values()))
                    .allMatch(part -> timescale.has(part) == form.parts().contains(part));
            Twins twins = new Twins(TwinStore.of(plain), TwinStore.of(timescale), form);
            twins.change("first import", store -> {
                if (form.hasSample) {
                    store.loadSample();
                } else {
                    store.load(FIRST);
                }
            });
            twins.change("correction", store -> store.load(CORRECTION));
            twins.change("later releases", store -> store.load(LATER));
            twins.change("undo of the later releases", TwinStore::undoLast);
            twins.change("undo of the correction", TwinStore::undoLast);
        }
    }

    /// The releases of a month from 2015 on.
    private static String month(int month) {
        String date = "%d-%02d".formatted(2015 + month / 12, 1 + month % 12);
        int payrolls = 150_000 + 1_000 * (month * 37 % 100);
        return "us-nonfarm-payrolls,%s-06T13:30:00Z,,%d,200000,\nus-cpi-mom,%s-14T13:30:00Z,,0.%d,0.2,\n"
                .formatted(date, payrolls, date, month * 7 % 5);
    }

    private record Twins(TwinStore plain, TwinStore timescale, Form form) {

        void change(String description, Consumer<TwinStore> change) throws Exception {
            change.accept(plain);
            change.accept(timescale);
            StoreReads expected = StoreReads.of(plain.database());
            awaitMeans(expected.means());
            StoreReads.of(timescale.database()).assertEqualTo(expected, form + ", " + description);
            if (form == Form.COMPRESSED) {
                compress();
                StoreReads.of(timescale.database()).assertEqualTo(expected, form + ", " + description + ", compressed");
            }
        }

        /// The aggregate is refreshed after the change is committed.
        private void awaitMeans(List<StoreReads.DayMean> expected) throws InterruptedException {
            for (int attempt = 0; attempt < 100; attempt++) {
                if (StoreReads.areClose(StoreReads.means(timescale.database()), expected)) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }

        private void compress() {
            for (String table : SERIES) {
                timescale
                        .database()
                        .jdbc()
                        .sql(COMPRESS.formatted(table))
                        .query(Long.class)
                        .single();
            }
        }
    }
}
