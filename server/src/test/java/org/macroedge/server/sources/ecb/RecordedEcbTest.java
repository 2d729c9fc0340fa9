package org.macroedge.server.sources.ecb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.StatedFigures;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.RealTimeWindow;

/// Excerpts of the bank's answers that others published.
@Tag("recorded")
class RecordedEcbTest {

    private static final Path SHAPES = Path.of(System.getProperty("macro-edge.recorded"), "http", "transcribed-shapes");

    private static List<Observation> read(String file, String key) throws IOException {
        byte[] body = Files.readAllBytes(SHAPES.resolve(file));
        return EcbConnector.of().read(new Payload("x", body, Instant.parse("2026-11-26T12:00:00Z")), List.of(key));
    }

    @Test
    void monthlyFiguresAreRead() throws IOException {
        assertThat(read("ecb_exr_monthly_csvdata.csv", "EXR.M.USD.EUR.SP00.A"))
                .extracting(Observation::period, Observation::value)
                .containsExactly(
                        tuple(LocalDate.parse("2024-01-01"), new BigDecimal("1.0905")),
                        tuple(LocalDate.parse("2024-02-01"), new BigDecimal("1.0795")),
                        tuple(LocalDate.parse("2024-03-01"), new BigDecimal("1.0872")));
    }

    @Test
    @Tag("seeded")
    void aDamagedExcerptGivesItsOwnFiguresOrACodedFault() throws IOException {
        Mutations.assertOwnFiguresOrCodedFaults(
                EcbConnector.of(),
                Files.readString(SHAPES.resolve("ecb_exr_monthly_csvdata.csv")),
                List.of("EXR.M.USD.EUR.SP00.A"),
                Instant.parse("2026-11-26T12:00:00Z"),
                StatedFigures::sdmxCsv);
    }

    @Test
    void figuresOfDaysAreRead() throws IOException {
        assertThat(read("ecb_exr_daily_csvdata_header_only_core.csv", "EXR.D.USD.EUR.SP00.A"))
                .extracting(Observation::frequency, Observation::period, Observation::value)
                .containsExactly(
                        tuple(Frequency.IRREGULAR, LocalDate.parse("2024-01-02"), new BigDecimal("1.0956")),
                        tuple(Frequency.IRREGULAR, LocalDate.parse("2024-01-03"), new BigDecimal("1.0919")));
    }

    @Test
    void versionsOfRatesAreRead() throws IOException {
        byte[] body = Files.readAllBytes(SHAPES.resolve("ecb_exr_includeHistory_csvdata.csv"));
        assertThat(new EcbHistoryConnector()
                                .read(
                                        new Payload("x", body, Instant.parse("2026-11-26T12:00:00Z")),
                                        "EXR.D.USD.EUR.SP00.A",
                                        Frequency.IRREGULAR,
                                        RealTimeWindow.until(LocalDate.parse("2026-11-26")))
                                .figures()
                                .stream()
                                .map(StatedFigures::text))
                .containsExactly(
                        "2024-01-02 2024-01-02 to 9999-12-31 1.0956", "2024-01-03 2024-01-03 to 9999-12-31 1.0919");
    }
}
