package org.macroedge.server.releases.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;

class CancelledImportTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String ROW =
            "indicator,released_at,period,actual,forecast,previous\n" + "us-cpi-mom,2021-07-13,,0.9,0.5,0.6\n";

    private Database database;
    private TestStore store;
    private final RunningImports running = new RunningImports(CLOCK);

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        store = TestStore.of(database, CatalogueLoader.load(Path.of("../catalogue")), CLOCK);
        store.adoption().adopt();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anImportThatIsCancelledStoresNothing() {
        Instant before = store.facts().latestRecordTime();

        MacroEdgeException fault = catchThrowableOfType(
                MacroEdgeException.class,
                () -> run("mine", () -> assertThat(running.cancel("mine")).isOne(), () -> false));

        DeclaredMessages.assertSeen("ImportMessage.CANCELLED", String.valueOf(fault.getMessage()));
        assertThat(running.list().items()).isEmpty();
        assertThat(store.imports().list()).isEmpty();
        assertThat(store.facts().latestRecordTime()).isEqualTo(before);
        assertThat(run("mine", () -> {}, () -> false).batch()).isNotNull();
    }

    @Test
    void anImportWhoseSenderIsGoneStoresNothing() {
        catchThrowableOfType(MacroEdgeException.class, () -> run(null, () -> {}, () -> true));

        assertThat(store.imports().list()).isEmpty();
    }

    @Test
    void aCancellationConcernsItsLabelAlone() {
        assertThat(run(null, () -> assertThat(running.cancel("mine")).isZero(), () -> false)
                        .batch())
                .isNotNull();
        assertThat(running.cancel("mine")).isZero();
    }

    /// Imports a row, and does something while its file is read.
    private ImportOutcome run(@Nullable String label, Runnable meanwhile, BooleanSupplier abandoned) {
        CalendarFile file = new CalendarFile("a.csv", () -> {
            meanwhile.run();
            return new ByteArrayInputStream(ROW.getBytes(StandardCharsets.UTF_8));
        });
        try (RunningImports.Tracked progress = running.start(label, "macro-edge", abandoned)) {
            return store.imports()
                    .run(
                            new ImportRequest(
                                    "macro-edge",
                                    store.get(Profiles.class).named("macro-edge"),
                                    List.of(file),
                                    false,
                                    false),
                            progress);
        }
    }
}
