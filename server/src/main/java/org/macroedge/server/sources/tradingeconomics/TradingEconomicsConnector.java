package org.macroedge.server.sources.tradingeconomics;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

/// Asks for the calendar of some countries, a week back and two ahead, and reads it by the profile
/// `tradingeconomics`.
final class TradingEconomicsConnector implements CalendarConnector {

    static final String ID = "tradingeconomics";

    private static final int WEEKS_BACK = 1;
    private static final int WEEKS_AHEAD = 2;
    private static final String REQUEST = "three weeks";

    /// Those of the profile's titles.
    private static final List<String> COUNTRIES = List.of(
            "united states",
            "euro area",
            "germany",
            "united kingdom",
            "japan",
            "canada",
            "australia",
            "new zealand",
            "switzerland",
            "china");

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "schedules, consensus and actuals of ten economies",
            URI.create("https://api.tradingeconomics.com/calendar/country"),
            new FetchPolicy(10, Duration.ofMinutes(1), FetchPolicy.USUAL_DEADLINE, 16L << 20, false),
            "10 requests a minute, which is ours",
            Duration.ofMinutes(10),
            Variable.TRADINGECONOMICS_KEY,
            true,
            false);

    private final Supplier<CalendarProfile> profile;

    /// @param profile the layout, by the catalogue in force
    TradingEconomicsConnector(Supplier<CalendarProfile> profile) {
        this.profile = profile;
    }

    @Override
    public SourceContract contract() {
        return CONTRACT;
    }

    @Override
    public List<FetchRequest> requests(SourceAccess access, LocalDate today) {
        URI address = URI.create(access.address() + "/" + countries() + "/" + today.minusWeeks(WEEKS_BACK) + "/"
                + today.plusWeeks(WEEKS_AHEAD) + "?f=json");
        FetchRequest request = FetchRequest.get(ID, REQUEST, address, "application/json");
        return List.of(access.key() == null ? request : request.withSecret("c", access.key()));
    }

    private static String countries() {
        return COUNTRIES.stream()
                .map(country ->
                        URLEncoder.encode(country, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining(","));
    }

    @Override
    public Set<IndicatorId> actuals() {
        return profile.get().mapped();
    }

    @Override
    public ReleaseAdapter read(Payload payload) {
        return CapturedList.read(payload, ID, profile.get());
    }
}
