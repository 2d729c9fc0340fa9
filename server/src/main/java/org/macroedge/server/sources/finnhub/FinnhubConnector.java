package org.macroedge.server.sources.finnhub;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.releases.profile.CalendarProfile;
import org.macroedge.server.sources.KeyedCalendar;
import org.macroedge.server.sources.SourceContract;
import org.macroedge.server.sources.fetch.FetchPolicy;

/// The calendar of all countries, read by the profile `finnhub`.
final class FinnhubConnector {

    static final String ID = "finnhub";

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "schedules, consensus and actuals of the US and the UK",
            URI.create("https://finnhub.io/api/v1/calendar/economic"),
            new FetchPolicy(10, Duration.ofMinutes(1), FetchPolicy.USUAL_DEADLINE, 16L << 20, false),
            "10 requests a minute, which is ours",
            Duration.ofMinutes(10),
            Variable.FINNHUB_KEY,
            true,
            false);

    private FinnhubConnector() {}

    /// @param profile the layout, by the catalogue in force
    static KeyedCalendar of(Supplier<CalendarProfile> profile) {
        return new KeyedCalendar(CONTRACT, "token", "error", profile);
    }
}
