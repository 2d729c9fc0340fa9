package org.macroedge.server.sources.fred;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.releases.intake.AdapterReport;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowConsumer;
import org.macroedge.server.releases.intake.RowResult;

/// Passes on when figures are due, each on its day at the catalogue's release time, for the three months to come.
///
/// @param request the name of what was asked for
/// @param indicators that the release announces
/// @param fetchedAt when the answer was fetched; what was due by then is left out
record DueRows(String request, List<Indicator> indicators, ReleaseDates dates, Instant fetchedAt)
        implements ReleaseAdapter {

    private static final Duration AHEAD = Duration.ofDays(92);

    @Override
    public String source() {
        return FredDatesConnector.ID;
    }

    @Override
    public AdapterReport deliver(RowConsumer rows) {
        rows.startFile(request);
        indicators.forEach(indicator -> dates.announcements(indicator.frequency())
                .forEach((first, day) -> {
                    Instant due = indicator.knownAt(day);
                    if (due.isAfter(fetchedAt) && !due.isAfter(fetchedAt.plus(AHEAD))) {
                        rows.accept(new RowResult.Mapped(row(indicator, first, day)));
                    }
                }));
        return AdapterReport.NONE;
    }

    /// The event is named by its week, month or quarter, so that a day that FRED corrects moves the release.
    private ReportedRelease row(Indicator indicator, LocalDate first, LocalDate day) {
        return new ReportedRelease(
                request,
                dates.days().indexOf(day) + 1,
                request,
                source(),
                indicator,
                indicator.knownAt(day),
                day,
                true,
                null,
                null,
                null,
                List.of(),
                fetchedAt,
                request + " of " + first,
                false,
                null);
    }
}
