package org.macroedge.server.sources.series;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.macroedge.server.catalogue.series.Series;
import org.macroedge.server.releases.intake.AdapterReport;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowConsumer;
import org.macroedge.server.releases.intake.RowFault;
import org.macroedge.server.releases.intake.RowMessage;
import org.macroedge.server.releases.intake.RowResult;

/// Passes on the actuals that series of one source gave, each under its declared period, with the figure of the
/// period before as it was seen then; a policy decision has no period, and the rate before it. The same actuals
/// give the same rows at every look.
///
/// @param request the name of what was asked for
/// @param series those of the request
/// @param histories by key
/// @param missing keys of which the answer had nothing
public record ActualRows(
        String source,
        String request,
        List<Series> series,
        Map<String, SeriesHistory> histories,
        List<SeenActual> actuals,
        Set<String> missing)
        implements ReleaseAdapter {

    @Override
    public AdapterReport deliver(RowConsumer rows) {
        rows.startFile(request);
        List<Series> ordered = series.stream()
                .sorted(Comparator.comparing(known -> known.indicator().id()))
                .toList();
        for (Series known : ordered) {
            if (missing.contains(known.key())) {
                rows.accept(new RowResult.Faulty(fault(known)));
            }
            of(known).forEach(row -> rows.accept(new RowResult.Mapped(row)));
        }
        return AdapterReport.NONE;
    }

    private RowFault fault(Series known) {
        return new RowFault(
                request,
                1,
                RowMessage.NO_FIGURES.reason(),
                RowMessage.NO_FIGURES.text(known.key()),
                known.indicator().id() + " " + known.key());
    }

    private List<ReportedRelease> of(Series known) {
        SeriesHistory history = histories.get(known.key());
        List<ReportedRelease> rows = new ArrayList<>();
        for (SeenActual actual : actuals) {
            if (history != null
                    && actual.key().equals(known.key())
                    && actual.indicator().equals(known.indicator().id().value())) {
                history.result(known, actual.period(), actual.seenAt())
                        .ifPresent(result -> rows.add(new ReportedRelease(
                                request,
                                1,
                                known.key(),
                                source,
                                known.indicator(),
                                actual.known().instant(),
                                null,
                                false,
                                known.isPolicyRate() ? null : actual.period(),
                                result,
                                previous(known, actual, history).orElse(null),
                                List.of(),
                                null,
                                null,
                                false,
                                actual.known().scheduleTime(),
                                null)));
            }
        }
        return rows;
    }

    private static Optional<BigDecimal> previous(Series known, SeenActual actual, SeriesHistory history) {
        return known.isPolicyRate()
                ? PolicyDecision.previous(known, actual, history)
                : history.result(known, known.indicator().frequency().before(actual.period(), 1), actual.seenAt());
    }
}
