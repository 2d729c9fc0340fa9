package org.macroedge.server.sources.oecd;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.StatedFigures;
import org.macroedge.server.sources.sdmx.SdmxConnector;

/// What is asked of the organisation, and what its answers mean. The answer is composed: its periods are out of order,
/// and it names an area that has no series, as answers do.
class OecdConnectorTest {

    private static final SdmxConnector CONNECTOR = OecdConnector.of();
    private static final String KEY = "DSD_PRICES@DF_PRICES_ALL.CHN.M.N.CPI.PA._T.N.GY";

    @Test
    void eachSeriesIsARequestForThreeYearsInTheFormOfTheSource() {
        assertThat(CONNECTOR.requests(
                        new SourceAccess(CONNECTOR.contract().address(), null),
                        List.of(KEY),
                        LocalDate.parse("2026-11-26")))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.request().address())
                            .isEqualTo(
                                    URI.create(
                                            "https://sdmx.oecd.org/public/rest/data/OECD.SDD.TPS,DSD_PRICES@DF_PRICES_ALL,1.0/"
                                                + "CHN.M.N.CPI.PA._T.N.GY?dimensionAtObservation=TIME_PERIOD&startPeriod=2024"));
                    assertThat(asked.request().accept()).isEqualTo("application/vnd.sdmx.data+json;version=1.0");
                    assertThat(asked.keys()).containsExactly(KEY);
                });
    }

    @Test
    void anAnswerIsRead() {
        byte[] body = """
            {"meta":{"schema":"x"},"data":{"dataSets":[{"action":"Information","series":{"0:0:0:0:0:0:0:0":{
              "observations":{"0":[1.2,0],"1":[0.5,0],"2":[0,0]}}}}],
             "structure":{"dimensions":{"series":[
                {"id":"REF_AREA","keyPosition":0,"values":[{"id":"CHN"},{"id":"WXOECD"}]},
                {"id":"FREQ","keyPosition":1,"values":[{"id":"M"}]},{"id":"METHODOLOGY","keyPosition":2,"values":[{"id":"N"}]},
                {"id":"MEASURE","keyPosition":3,"values":[{"id":"CPI"}]},{"id":"UNIT_MEASURE","keyPosition":4,"values":[{"id":"PA"}]},
                {"id":"EXPENDITURE","keyPosition":5,"values":[{"id":"_T"}]},{"id":"ADJUSTMENT","keyPosition":6,"values":[{"id":"N"}]},
                {"id":"TRANSFORMATION","keyPosition":7,"values":[{"id":"GY"}]}],
              "observation":[{"id":"TIME_PERIOD","values":[{"id":"2026-05"},{"id":"2026-07"},{"id":"2026-06"}]}]}}}}
            """.getBytes(StandardCharsets.UTF_8);

        assertThat(CONNECTOR.read(new Payload(KEY, body, Instant.parse("2026-11-26T12:00:00Z")), List.of(KEY)).stream()
                        .map(StatedFigures::text))
                .containsExactly(
                        KEY + " MONTHLY 2026-05-01 1.2",
                        KEY + " MONTHLY 2026-07-01 0.5",
                        KEY + " MONTHLY 2026-06-01 0");
    }
}
