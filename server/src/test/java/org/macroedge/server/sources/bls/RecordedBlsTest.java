package org.macroedge.server.sources.bls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.SourceMessage;
import org.macroedge.server.sources.StatedFigures;
import org.macroedge.server.sources.series.Observation;

/// Excerpts of the bureau's answers that others published.
@Tag("recorded")
class RecordedBlsTest {

    private static final Path SHAPES = Path.of(System.getProperty("macro-edge.recorded"), "http", "transcribed-shapes");
    private static final String KEY = "LAUCN040010000000005";

    private static List<Observation> read(String file) throws IOException {
        byte[] body = Files.readAllBytes(SHAPES.resolve(file));
        return new BlsConnector().read(new Payload("x", body, Instant.parse("2026-11-26T12:00:00Z")), List.of(KEY));
    }

    @Test
    void anExcerptHasItsFigures() throws IOException {
        assertThat(read("bls_v2_timeseries_excerpt.json"))
                .hasSize(6)
                .extracting(Observation::period, Observation::value)
                .startsWith(tuple(LocalDate.parse("2023-01-01"), new BigDecimal("17585")))
                .endsWith(tuple(LocalDate.parse("2022-08-01"), new BigDecimal("17117")));
    }

    @Test
    @Tag("seeded")
    void aDamagedExcerptGivesItsOwnFiguresOrACodedFault() throws IOException {
        Mutations.assertOwnFiguresOrCodedFaults(
                new BlsConnector(),
                Files.readString(SHAPES.resolve("bls_v2_timeseries_excerpt.json")),
                List.of(KEY),
                Instant.parse("2026-11-26T12:00:00Z"),
                StatedFigures::bls);
    }

    @Test
    @Tag("seeded")
    void aDamagedRefusalGivesNoFigures() throws IOException {
        Mutations.assertCodedFaults(
                body -> new BlsConnector()
                        .read(new Payload("x", body, Instant.parse("2026-11-26T12:00:00Z")), List.of(KEY)),
                Files.readAllBytes(SHAPES.resolve("bls_v2_daily_threshold_excerpt.json")));
    }

    @Test
    void aDailyThresholdIsARefusal() {
        assertThatThrownBy(() -> read("bls_v2_daily_threshold_excerpt.json"))
                .isInstanceOfSatisfying(SourceFault.class, fault -> {
                    assertThat(fault.fault()).isEqualTo(SourceMessage.REFUSED);
                    assertThat(fault).hasMessageContaining("daily threshold for total number of requests");
                });
    }
}
