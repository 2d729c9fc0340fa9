package org.macroedge.server.sources.imf;

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

/// What is asked of the fund, and what its answers mean. The answer is composed after excerpts that public programs
/// quote.
class ImfConnectorTest {

    private static final SdmxConnector CONNECTOR = ImfConnector.of();
    private static final String KEY = "CPI.CHN.CPI._T.YOY_PCH_PA_PT.M";

    @Test
    void eachSeriesIsARequestForThreeYearsInTheFormOfTheSource() {
        assertThat(CONNECTOR.requests(
                        new SourceAccess(CONNECTOR.contract().address(), null),
                        List.of(KEY),
                        LocalDate.parse("2026-11-26")))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.request().address())
                            .isEqualTo(URI.create(
                                    "https://api.imf.org/external/sdmx/2.1/data/IMF.STA,CPI/CHN.CPI._T.YOY_PCH_PA_PT.M"
                                            + "?dimensionAtObservation=TIME_PERIOD&startPeriod=2024"));
                    assertThat(asked.request().accept())
                            .isEqualTo("application/vnd.sdmx.structurespecificdata+xml;version=2.1");
                    assertThat(asked.keys()).containsExactly(KEY);
                });
    }

    @Test
    void anAnswerIsRead() {
        byte[] body = """
            <?xml version='1.0' encoding='UTF-8'?>
            <message:StructureSpecificData xmlns:ss="urn:s" xmlns:ns1="urn:n" xmlns:message="urn:m" xmlns:xsi="urn:x">
              <message:Header><message:Sender id="iData"/>
                <message:Structure structureID="IMF.STA_CPI" dimensionAtObservation="TIME_PERIOD"/></message:Header>
              <message:DataSet ss:dataScope="DataStructure" xsi:type="ns1:DataSetType" ss:structureRef="IMF.STA_CPI">
                <Series COUNTRY="CHN" INDEX_TYPE="CPI" COICOP_1999="_T" TYPE_OF_TRANSFORMATION="YOY_PCH_PA_PT" FREQUENCY="M" SCALE="0">
                  <Obs TIME_PERIOD="2026-M04" OBS_VALUE="1.105567962264172" DERIVATION_TYPE="O"/>
                  <Obs TIME_PERIOD="2026-M05" OBS_VALUE="1.2"/>
                  <Obs TIME_PERIOD="2026-M06"/>
                </Series>
              </message:DataSet>
            </message:StructureSpecificData>
            """.getBytes(StandardCharsets.UTF_8);

        assertThat(CONNECTOR.read(new Payload(KEY, body, Instant.parse("2026-11-26T12:00:00Z")), List.of(KEY)).stream()
                        .map(StatedFigures::text))
                .containsExactly(KEY + " MONTHLY 2026-04-01 1.105567962264172", KEY + " MONTHLY 2026-05-01 1.2");
    }
}
