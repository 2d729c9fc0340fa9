package org.macroedge.server.sources.fred;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.catalogue.series.Series;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.verdicts.ListedDays;
import org.macroedge.server.sources.CalendarConnector;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceContract;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.series.RealTimeWindow;

/// Asks FRED on which days the releases of its mapped series are due, one release a request. Off until its user has a
/// key of their own and has accepted its terms.
final class FredDatesConnector implements CalendarConnector {

    static final String ID = "fred-dates";

    private static final String REQUEST = "release ";
    private static final int DAYS_OF_WEEK = 7;

    private static final SourceContract CONTRACT = new SourceContract(
            ID,
            "the days on which US figures are due",
            URI.create("https://api.stlouisfed.org/fred/release/dates"),
            new FetchPolicy(1, Duration.ofSeconds(2), FetchPolicy.USUAL_DEADLINE, 1L << 20, false),
            "1 request in 2 seconds; one release a request",
            Duration.ofHours(6),
            Variable.FRED_KEY,
            true,
            false,
            FredConnector.TERMS);

    private final Supplier<List<Series>> series;

    /// @param series of FRED, by the catalogue in force
    FredDatesConnector(Supplier<List<Series>> series) {
        this.series = series;
    }

    @Override
    public SourceContract contract() {
        return CONTRACT;
    }

    @Override
    public List<FetchRequest> requests(SourceAccess access, LocalDate today) {
        return series.get().stream()
                .map(Series::release)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(release -> request(access, release, today))
                .toList();
    }

    /// From the quarter of a week ago on, which begins before every week, month and quarter that has a day to come.
    private static FetchRequest request(SourceAccess access, int release, LocalDate today) {
        LocalDate from = Frequency.QUARTERLY.firstDay(today.minusDays(DAYS_OF_WEEK));
        FetchRequest request = FetchRequest.get(
                ID,
                REQUEST + release,
                URI.create(access.address() + "?release_id=" + release + "&file_type=json&realtime_start=" + from
                        + "&realtime_end=" + RealTimeWindow.FOR_EVER + "&limit=" + ReleaseDates.MOST
                        + "&sort_order=asc&include_release_dates_with_no_data=true"),
                "application/json");
        return access.key() == null ? request : request.withSecret("api_key", access.key());
    }

    @Override
    public ReleaseAdapter read(Payload payload) {
        int release = release(payload.request());
        ReleaseDates dates = ReleaseDates.read(payload, release);
        return new DueRows(payload.request(), announced(release), dates, payload.fetchedAt());
    }

    @Override
    public List<ListedDays> days(Payload payload) {
        int release = release(payload.request());
        NavigableSet<LocalDate> days =
                new TreeSet<>(ReleaseDates.read(payload, release).days());
        return announced(release).stream()
                .map(indicator -> new ListedDays(indicator, days))
                .toList();
    }

    private static int release(String request) {
        return Integer.parseInt(request.substring(REQUEST.length()));
    }

    private List<Indicator> announced(int release) {
        return series.get().stream()
                .filter(known -> Objects.equals(known.release(), release))
                .map(Series::indicator)
                .distinct()
                .sorted(Comparator.comparing(Indicator::id))
                .toList();
    }
}
