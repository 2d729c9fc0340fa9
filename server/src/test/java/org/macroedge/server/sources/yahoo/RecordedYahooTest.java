package org.macroedge.server.sources.yahoo;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.prices.FetchedPrices;
import org.macroedge.server.sources.DeclaredPrices;
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.StatedPrices;

/// Recorded charts: one by day, and three by week, month and quarter.
@Tag("recorded")
class RecordedYahooTest {

    private static final Path CHARTS = Path.of(System.getProperty("macro-edge.recorded"), "http", "yahoo-chart");
    private static final String DAILY = "sp500_1d_2022_01_01_2022_02_02_Adj_Close";
    private static final Instant FETCHED = Instant.parse("2022-03-21T11:04:33Z");

    private static String body(String name) throws IOException {
        return Files.readString(CHARTS.resolve("test_get_index_" + name + "__00.json"));
    }

    private static List<FetchedPrices.Day> read(byte[] body) {
        return new YahooConnector()
                .read(new Payload("^GSPC", body, FETCHED), List.of(DeclaredPrices.of("yahoo", "^GSPC")));
    }

    /// The closes are those of the index: 4766.18 on the last day of 2021.
    @Test
    void aRecordedChartHasItsCloses() throws IOException {
        assertThat(read(body(DAILY).getBytes(StandardCharsets.UTF_8)))
                .hasSize(22)
                .extracting(FetchedPrices.Day::date, day -> day.bar().close())
                .startsWith(
                        tuple(LocalDate.parse("2021-12-31"), new BigDecimal("4766.18")),
                        tuple(LocalDate.parse("2022-01-03"), new BigDecimal("4796.56")))
                .endsWith(tuple(LocalDate.parse("2022-02-01"), new BigDecimal("4546.54")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cac40_3mo_2010_01_01_2016_02_06_High",
                "dowjones_1mo_2015_01_01_2015_02_02_Volume",
                "nasdaq_1wk_2020_06_06_2020_07_07_Close"
            })
    void anotherSymbolOrSpanIsNotGuessed(String name) throws IOException {
        byte[] body = body(name).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> read(body))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining("it is not ^GSPC by day");
    }

    @Test
    @Tag("seeded")
    void aDamagedChartGivesItsOwnPricesOrACodedFault() throws IOException {
        Mutations.assertOwnFiguresOrCodedFaults(
                body -> StatedPrices.texts(read(body)),
                body(DAILY),
                body -> StatedPrices.chart(body, DeclaredPrices.of("yahoo", "^GSPC"), FETCHED));
    }
}
