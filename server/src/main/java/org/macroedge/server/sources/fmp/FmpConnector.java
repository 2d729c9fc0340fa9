package org.macroedge.server.sources.fmp;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.releases.profile.CalendarProfile;
import org.macroedge.server.sources.KeyedCalendar;
import org.macroedge.server.sources.SourceContract;
import org.macroedge.server.sources.fetch.FetchPolicy;

/// The calendar of all countries, read by the profile `fmp`.
final class FmpConnector {

    static final String ID = "fmp";

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "schedules, consensus and actuals of the US",
            URI.create("https://financialmodelingprep.com/stable/economic-calendar"),
            new FetchPolicy(10, Duration.ofMinutes(1), FetchPolicy.USUAL_DEADLINE, 16L << 20, false),
            "10 requests a minute, which is ours",
            Duration.ofMinutes(10),
            Variable.FMP_KEY,
            true,
            false);

    private FmpConnector() {}

    /// @param profile the layout, by the catalogue in force
    static KeyedCalendar of(Supplier<CalendarProfile> profile) {
        return new KeyedCalendar(CONTRACT, "apikey", "Error Message", profile);
    }
}
