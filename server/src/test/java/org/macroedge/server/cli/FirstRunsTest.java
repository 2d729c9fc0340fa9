package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Session;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.releases.importing.BatchView;
import org.macroedge.server.releases.importing.Imports;

/// Homes that share one PostgreSQL.
class FirstRunsTest {

    private static final int HOMES = 3;

    @TempDir
    Path folder;

    private Settings settings(String database, int number) {
        return Settings.of(Map.of("MACRO_EDGE_DATABASE_URL", database), note -> {})
                .withHome(folder.resolve("home-" + number))
                .withCatalogue(Path.of("../catalogue"));
    }

    @Test
    void severalFirstRunsOnOneDatabaseLoadTheSampleOnceAndRemoveItOnce() throws Exception {
        String database = TestDatabase.freshAddress();
        Queue<String> notes = new ConcurrentLinkedQueue<>();
        try (ExecutorService homes = Executors.newFixedThreadPool(HOMES)) {
            List<Session> sessions = results(homes.invokeAll(
                    each(number -> () -> Session.open(settings(database, number), Clock.systemUTC(), notes::add))));

            assertThat(notes)
                    .filteredOn(note -> note.startsWith("Loaded the sample"))
                    .hasSize(1);
            assertThat(sessions.getFirst().get(Imports.class).list())
                    .singleElement()
                    .extracting(BatchView::kind)
                    .isEqualTo("sample");

            List<List<Long>> removed = results(homes.invokeAll(
                    each(number -> () -> sessions.get(number).get(Imports.class).removeSample())));
            sessions.forEach(Session::close);

            assertThat(removed).filteredOn(batches -> !batches.isEmpty()).hasSize(1);
        }
    }

    private static <T> List<Callable<T>> each(IntFunction<Callable<T>> task) {
        return IntStream.range(0, HOMES).mapToObj(task).toList();
    }

    private static <T> List<T> results(List<Future<T>> futures) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
