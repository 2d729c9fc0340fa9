package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.app.Session;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.releases.importing.BatchView;
import org.macroedge.server.releases.importing.Imports;

/// A process that is killed while it imports leaves all of the batch or none.
@Tag("system")
class KilledImportTest {

    private static final int KILLS = 20;
    private static final int ROWS = 60_000;
    private static final int INDICATORS = 100;
    private static final long SEED = 20150115;

    @TempDir
    Path folder;

    @Test
    void theNextStartHasAllOfTheBatchOrNone() throws Exception {
        Path file = folder.resolve("many.csv");
        Files.writeString(file, many());
        long whole = duration(file);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            Path home = folder.resolve("home-" + kill);
            Process process = importing(home, file);
            long patience = random.nextLong(whole);
            if (!process.waitFor(patience, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            assertThat(releases(home))
                    .as("killed after %d of %d ms, seed %d", patience, whole, SEED)
                    .isIn(0, ROWS);
        }
    }

    private long duration(Path file) throws Exception {
        long start = System.nanoTime();
        Process process = importing(folder.resolve("whole"), file);
        assertThat(process.waitFor()).isZero();
        assertThat(releases(folder.resolve("whole"))).isEqualTo(ROWS);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static Process importing(Path home, Path file) throws IOException {
        return ImportProcess.start(home, file, Map.of());
    }

    /// Starts on the home as the next command would.
    private static int releases(Path home) {
        Settings settings = new SampleHome(home).settings().withoutSample();
        try (Session session = Session.open(settings, Clock.systemUTC(), note -> {})) {
            List<BatchView> batches = session.get(Imports.class).list();
            int known =
                    session.get(ReleaseReader.class).asKnown(null).releases().size();
            assertThat(known == 0).isEqualTo(batches.isEmpty());
            return known;
        }
    }

    /// Many indicators at few instants, so that the time goes into the import and not into the history after it.
    private static String many() {
        StringBuilder rows = new StringBuilder("indicator,released_at,period,actual,forecast,previous\n");
        List<Indicator> indicators =
                CatalogueLoader.load(Path.of("../catalogue")).indicators();
        Instant at = Instant.parse("1990-01-01T12:30:00Z");
        for (int row = 0; row < ROWS; row++) {
            rows.append(indicators.get(row % INDICATORS).id())
                    .append(',')
                    .append(at.plusSeconds(row / INDICATORS * 14_400L))
                    .append(",,")
                    .append(row)
                    .append(',')
                    .append(row + 1)
                    .append(",\n");
        }
        return rows.toString();
    }
}
