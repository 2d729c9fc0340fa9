package org.macroedge.server.sources.abs;

import java.net.URI;
import org.macroedge.server.sources.sdmx.SdmxConnector;
import org.macroedge.server.sources.sdmx.SdmxForm;
import org.macroedge.server.sources.series.Periods;

/// Asks the bureau's data interface for three calendar years of each series, by the newest version of its dataflow.
final class AbsConnector {

    static final String ID = "abs";

    private AbsConnector() {}

    static SdmxConnector of() {
        return SdmxConnector.of(
                ID,
                "actuals of Australian prices, employment, output, trade and investment",
                URI.create("https://data.api.abs.gov.au/rest/data"),
                SdmxForm.CSV,
                (dataset, dimensions, today) ->
                        "/ABS," + dataset + "/" + dimensions + "?format=csv&startPeriod=" + Periods.firstYear(today));
    }
}
