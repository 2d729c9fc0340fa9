package org.macroedge.server.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.cli.CommandLineRunner;

/// A file of many rows goes through a server with the product's heap.
@Tag("soak")
class BigUploadTest {

    private static final int ROWS = 300_000;
    private static final int INDICATORS = 200;

    @TempDir
    Path folder;

    @Test
    void aServerImportsAFileOfManyRowsInItsHeap() throws Exception {
        Path file = folder.resolve("rows.csv");
        write(file);
        try (ServerProcess server = ServerProcess.start(folder)) {
            long start = System.nanoTime();
            CommandLineRunner.Ended ended = CommandLineRunner.run(
                    Clock.systemUTC(),
                    "import",
                    "calendar",
                    file.toString(),
                    "--profile",
                    "macro-edge",
                    "--format",
                    "json",
                    "--home",
                    server.home().toString());

            assertThat(ended.status()).as(ended.errors()).isZero();
            assertThat(ended.out()).contains("\"read\":" + ROWS, "\"imported\":" + ROWS, "\"quarantined\":0");
            System.out.printf(
                    "%,d rows in %d s; %s%n",
                    ROWS, Duration.ofNanos(System.nanoTime() - start).toSeconds(), server.use());
        }
    }

    /// Four releases a day of each indicator, so that no two are the same figure.
    private static void write(Path file) throws IOException {
        // an indicator with a successor would share its rows with it
        List<Indicator> indicators = CatalogueLoader.load(Path.of("../catalogue")).indicators().stream()
                .filter(indicator -> indicator.successor() == null)
                .toList();
        Instant instant = Instant.parse("2015-01-01T00:30:00Z");
        try (Writer rows = Files.newBufferedWriter(file)) {
            rows.write("indicator,released_at,period,actual,forecast,previous\n");
            for (int row = 0; row < ROWS; row++) {
                rows.write(indicators.get(row % INDICATORS).id() + ","
                        + instant.plus(Duration.ofHours(row / INDICATORS * 12L)) + ",," + row % 97 + "," + row % 89
                        + ",\n");
            }
        }
    }
}
