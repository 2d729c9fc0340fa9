package org.macroedge.server.sources.ecb;

import java.net.URI;
import org.macroedge.server.sources.sdmx.SdmxConnector;
import org.macroedge.server.sources.sdmx.SdmxForm;
import org.macroedge.server.sources.series.Periods;

/// Asks the ECB Data Portal for three calendar years of each series.
final class EcbConnector {

    static final String ID = "ecb";

    private EcbConnector() {}

    static SdmxConnector of() {
        return SdmxConnector.of(
                ID,
                "actuals of the euro area's money and main refinancing rate",
                URI.create("https://data-api.ecb.europa.eu/service/data"),
                SdmxForm.CSV,
                (dataset, dimensions, today) ->
                        "/" + dataset + "/" + dimensions + "?format=csvdata&startPeriod=" + Periods.firstYear(today));
    }
}
