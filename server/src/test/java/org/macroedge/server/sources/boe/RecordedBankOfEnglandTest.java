package org.macroedge.server.sources.boe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.StatedRates;
import org.macroedge.server.sources.series.Observation;

/// A recorded answer of the bank's database, about a monthly series.
@Tag("recorded")
class RecordedBankOfEnglandTest {

    private static final Path BODY =
            Path.of(System.getProperty("macro-edge.recorded"), "http", "central-banks", "boe-data.xml");
    private static final String KEY = "LPMVWYR";
    private static final Instant FETCHED = Instant.parse("2025-07-01T12:00:00Z");

    /// The body has the series twice. The first half, made whole.
    private static String once() throws IOException {
        String body = Files.readString(BODY);
        return body.substring(0, body.lastIndexOf("<Cube xmlns=")) + "</Envelope>";
    }

    private static List<Observation> read(String body) {
        return new BankOfEnglandConnector()
                .read(new Payload("x", body.getBytes(StandardCharsets.UTF_8), FETCHED), List.of(KEY));
    }

    @Test
    void aRecordedAnswerHasItsFigures() throws IOException {
        assertThat(read(once()))
                .hasSize(161)
                .extracting(Observation::frequency, Observation::period, Observation::value)
                .startsWith(tuple(Frequency.MONTHLY, LocalDate.parse("2012-01-01"), new BigDecimal("55011")))
                .endsWith(tuple(Frequency.MONTHLY, LocalDate.parse("2025-05-01"), new BigDecimal("92105")));
    }

    @Test
    void anAnswerWithASeriesTwiceIsNotGuessed() {
        assertThatThrownBy(() -> read(Files.readString(BODY)))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining("series LPMVWYR was not asked for, or comes twice");
    }

    @Test
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnFiguresOrACodedFault() throws IOException {
        Mutations.assertOwnFiguresOrCodedFaults(
                new BankOfEnglandConnector(), once(), List.of(KEY), FETCHED, StatedRates::bankOfEngland);
    }
}
