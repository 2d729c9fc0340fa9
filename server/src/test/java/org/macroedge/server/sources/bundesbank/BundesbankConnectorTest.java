package org.macroedge.server.sources.bundesbank;

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

/// What is asked of the bank, and what its answers mean. The answer is composed after a recorded one of another series.
class BundesbankConnectorTest {

    private static final SdmxConnector CONNECTOR = BundesbankConnector.of();
    private static final String KEY = "BBDE1.M.DE.Y.BAA1.A2P000000.G.C.I21.A";

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
                                            "https://api.statistiken.bundesbank.de/rest/data/BBDE1/M.DE.Y.BAA1.A2P000000.G.C.I21.A?startPeriod=2024"));
                    assertThat(asked.request().accept()).isEqualTo("application/vnd.sdmx.genericdata+xml;version=2.1");
                    assertThat(asked.keys()).containsExactly(KEY);
                });
    }

    @Test
    void anAnswerIsRead() {
        byte[] body = """
            <?xml version="1.0" encoding="UTF-8"?>
            <message:GenericData xmlns:message="urn:m" xmlns:generic="urn:g">
              <message:Header><message:Sender id="BBK"/>
                <message:Structure dimensionAtObservation="TIME_PERIOD" structureID="BBK_BDE1"/></message:Header>
              <message:DataSet action="Replace" setID="BBDE1" structureRef="BBK_BDE1">
                <generic:Series><generic:SeriesKey>
                    <generic:Value id="BBK_STD_FREQ" value="M"></generic:Value><generic:Value id="BBK_STD_AREA" value="DE"/>
                    <generic:Value id="C3" value="Y"/><generic:Value id="C4" value="BAA1"/><generic:Value id="C5" value="A2P000000"/>
                    <generic:Value id="C6" value="G"/><generic:Value id="C7" value="C"/><generic:Value id="C8" value="I21"/>
                    <generic:Value id="C9" value="A"/></generic:SeriesKey>
                  <generic:Attributes><generic:Value id="BBK_DECIMALS" value="1"></generic:Value></generic:Attributes>
                  <generic:Obs><generic:ObsDimension value="2026-08"/><generic:ObsValue value="92.1"/>
                    <generic:Attributes><generic:Value id="BBK_DIFF_A" value="-0.4"/></generic:Attributes></generic:Obs>
                  <generic:Obs><generic:ObsDimension value="2026-09"/><generic:ObsValue value="93.0"/></generic:Obs>
                </generic:Series></message:DataSet>
            </message:GenericData>
            """.getBytes(StandardCharsets.UTF_8);

        assertThat(CONNECTOR.read(new Payload(KEY, body, Instant.parse("2026-11-26T12:00:00Z")), List.of(KEY)).stream()
                        .map(StatedFigures::text))
                .containsExactly(KEY + " MONTHLY 2026-08-01 92.1", KEY + " MONTHLY 2026-09-01 93");
    }
}
