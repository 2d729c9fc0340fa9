package org.macroedge.server.sources.bundesbank;

import java.net.URI;
import org.macroedge.server.sources.sdmx.SdmxConnector;
import org.macroedge.server.sources.sdmx.SdmxForm;
import org.macroedge.server.sources.series.Periods;

/// Asks the bank's time series databases for three calendar years of each series.
final class BundesbankConnector {

    static final String ID = "bundesbank";

    private BundesbankConnector() {}

    static SdmxConnector of() {
        return SdmxConnector.of(
                ID,
                "actuals of German orders and production",
                URI.create("https://api.statistiken.bundesbank.de/rest/data"),
                SdmxForm.GENERIC_ML,
                (dataset, dimensions, today) ->
                        "/" + dataset + "/" + dimensions + "?startPeriod=" + Periods.firstYear(today));
    }
}
