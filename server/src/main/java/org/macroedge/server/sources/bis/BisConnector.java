package org.macroedge.server.sources.bis;

import java.net.URI;
import org.macroedge.server.sources.sdmx.SdmxConnector;
import org.macroedge.server.sources.sdmx.SdmxForm;

/// Asks the bank's data portal for each rate by day. Days without trading come with no figure.
final class BisConnector {

    static final String ID = "bis";

    /// Before today; some decisions, and the rate before each.
    private static final int DAYS = 120;

    private BisConnector() {}

    static SdmxConnector of() {
        return SdmxConnector.of(
                ID,
                "actuals of policy rates whose own bank gives no series",
                URI.create("https://stats.bis.org/api/v2/data/dataflow/BIS"),
                SdmxForm.CSV,
                (dataset, dimensions, today) ->
                        "/" + dataset + "/1.0/" + dimensions + "?format=csv&startPeriod=" + today.minusDays(DAYS));
    }
}
