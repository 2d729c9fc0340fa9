package org.macroedge.server.sources.imf;

import java.net.URI;
import java.util.List;
import org.macroedge.server.sources.sdmx.SdmxConnector;
import org.macroedge.server.sources.sdmx.SdmxForm;
import org.macroedge.server.sources.series.Periods;

/// Asks the fund's data interface for three calendar years of each series of its dataflow of consumer prices, whose
/// dimensions it does not tell in order.
final class ImfConnector {

    static final String ID = "imf";

    private static final List<String> DIMENSIONS_OF_CPI =
            List.of("COUNTRY", "INDEX_TYPE", "COICOP_1999", "TYPE_OF_TRANSFORMATION", "FREQUENCY");

    private ImfConnector() {}

    static SdmxConnector of() {
        return SdmxConnector.of(
                ID,
                "actuals of consumer prices whose own office gives no series",
                URI.create("https://api.imf.org/external/sdmx/2.1/data"),
                SdmxForm.structuredMl(DIMENSIONS_OF_CPI),
                (dataset, dimensions, today) -> "/IMF.STA," + dataset + "/" + dimensions
                        + "?dimensionAtObservation=TIME_PERIOD&startPeriod=" + Periods.firstYear(today));
    }
}
