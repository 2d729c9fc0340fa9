package org.macroedge.server.sources.forexfactory;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.profile.CalendarProfile;
import org.macroedge.server.sources.CalendarConnector;
import org.macroedge.server.sources.CapturedList;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceContract;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.FetchRequest;

/// Fetches the weekly feed as JSON and reads it by the profile `forexfactory-feed`, as if it were a saved copy
/// whose name says when it was captured.
final class ForexFactoryConnector implements CalendarConnector {

    static final String ID = "forexfactory-feed";

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "schedules and consensus",
            URI.create("https://nfs.faireconomy.media/ff_calendar_thisweek.json"),
            new FetchPolicy(2, Duration.ofMinutes(5), FetchPolicy.USUAL_DEADLINE, 4L << 20, false),
            "2 requests in 5 minutes; its file changes once an hour",
            Duration.ofMinutes(55),
            null,
            false,
            false);

    private static final String REQUEST = "this week";
    /// As its users name a saved copy.
    private static final String COPY = "ff_calendar_thisweek";

    private final Supplier<CalendarProfile> profile;

    /// @param profile the layout, by the catalogue in force
    ForexFactoryConnector(Supplier<CalendarProfile> profile) {
        this.profile = profile;
    }

    @Override
    public SourceContract contract() {
        return CONTRACT;
    }

    @Override
    public List<FetchRequest> requests(SourceAccess access, LocalDate today) {
        return List.of(FetchRequest.get(ID, REQUEST, access.address(), "application/json"));
    }

    @Override
    public ReleaseAdapter read(Payload payload) {
        return CapturedList.read(payload, COPY, profile.get());
    }
}
