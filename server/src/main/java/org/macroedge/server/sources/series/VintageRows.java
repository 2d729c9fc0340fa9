package org.macroedge.server.sources.series;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.catalogue.series.Series;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.releases.intake.AdapterReport;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowConsumer;
import org.macroedge.server.releases.intake.RowResult;

/// Passes on the first prints of one series, each under its declared period and on the day of its vintage, with the
/// figure of the period before as it stood then. The same answer gives the same rows.
///
/// @param request the name of what was asked for
/// @param series that take figures of the history
/// @param fetchedAt after which no figure can have become known, whatever its day says
public record VintageRows(
        String source, String request, List<Series> series, RealTimeHistory history, Instant fetchedAt)
        implements ReleaseAdapter {

    @Override
    public AdapterReport deliver(RowConsumer rows) {
        rows.startFile(request);
        series.stream()
                .sorted(Comparator.comparing(known -> known.indicator().id()))
                .forEach(known -> history.firstPrints(known.indicator()).stream()
                        .filter(print -> history.reaches(known, print.period()))
                        .forEach(print -> row(known, print).ifPresent(row -> rows.accept(new RowResult.Mapped(row)))));
        return AdapterReport.NONE;
    }

    private Optional<ReportedRelease> row(Series known, DatedFigure print) {
        LocalDate before = known.indicator().frequency().before(print.period(), 1);
        return history.result(known, print.period(), print.from())
                .map(result -> new ReportedRelease(
                        request,
                        1,
                        known.key(),
                        source,
                        known.indicator(),
                        instant(known.indicator(), print),
                        isDateOnly(known.indicator(), print) ? print.from() : null,
                        isDateOnly(known.indicator(), print),
                        print.period(),
                        result,
                        history.result(known, before, print.from()).orElse(null),
                        List.of(),
                        null,
                        null,
                        false,
                        null));
    }

    /// At the release time of the day, or when it came, if that was later. A figure that is there before then counts
    /// from the answer that had it.
    private Instant instant(Indicator indicator, DatedFigure print) {
        Instant usual = indicator.knownAt(print.from());
        Instant since = print.since();
        if (usual.isAfter(fetchedSecond())) {
            return fetchedSecond();
        }
        return since != null && since.isAfter(usual) ? Instants.wholeSecond(since) : usual;
    }

    /// Whether nothing but the day of a print is known.
    private boolean isDateOnly(Indicator indicator, DatedFigure print) {
        return instant(indicator, print).equals(indicator.knownAt(print.from()));
    }

    private Instant fetchedSecond() {
        return Instants.wholeSecond(fetchedAt);
    }
}
