package org.macroedge.server.sources.oecd;

import java.net.URI;
import java.time.Duration;
import org.macroedge.server.sources.sdmx.SdmxConnector;
import org.macroedge.server.sources.sdmx.SdmxForm;
import org.macroedge.server.sources.series.Periods;

/// Asks the organisation's data explorer for three calendar years of each series, over time.
final class OecdConnector {

    static final String ID = "oecd";

    private static final int REQUESTS_AN_HOUR = 60;

    private OecdConnector() {}

    static SdmxConnector of() {
        return SdmxConnector.of(
                ID,
                "actuals of consumer prices whose own office gives no series",
                URI.create("https://sdmx.oecd.org/public/rest/data"),
                REQUESTS_AN_HOUR,
                Duration.ofHours(1),
                "an hour",
                SdmxForm.JSON,
                (dataset, dimensions, today) -> "/OECD.SDD.TPS," + dataset + ",1.0/" + dimensions
                        + "?dimensionAtObservation=TIME_PERIOD&startPeriod=" + Periods.firstYear(today));
    }
}
