package org.macroedge.server.sources.fmp;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.profile.CalendarProfile;
import org.macroedge.server.sources.CalendarConnector;
import org.macroedge.server.sources.CapturedList;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceContract;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.FetchRequest;

/// Asks for the calendar of all countries, a week back and a week ahead, and reads it by the profile `fmp`.
final class FmpConnector implements CalendarConnector {

    static final String ID = "fmp";

    private static final int WEEKS = 1;
    private static final String REQUEST = "two weeks";
    private static final String REFUSAL = "Error Message";

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

    private final Supplier<CalendarProfile> profile;

    /// @param profile the layout, by the catalogue in force
    FmpConnector(Supplier<CalendarProfile> profile) {
        this.profile = profile;
    }

    @Override
    public SourceContract contract() {
        return CONTRACT;
    }

    @Override
    public List<FetchRequest> requests(SourceAccess access, LocalDate today) {
        URI address =
                URI.create(access.address() + "?from=" + today.minusWeeks(WEEKS) + "&to=" + today.plusWeeks(WEEKS));
        FetchRequest request = FetchRequest.get(ID, REQUEST, address, "application/json");
        return List.of(access.key() == null ? request : request.withSecret("apikey", access.key()));
    }

    @Override
    public Set<IndicatorId> actuals() {
        return profile.get().mapped();
    }

    @Override
    public ReleaseAdapter read(Payload payload) {
        return CapturedList.read(payload, ID, profile.get(), REFUSAL);
    }
}
