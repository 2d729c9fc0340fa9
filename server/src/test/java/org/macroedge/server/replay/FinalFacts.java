package org.macroedge.server.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.releases.intake.AdapterReport;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowConsumer;
import org.macroedge.server.releases.intake.RowResult;

/// What publishers say of a week once it is over, without any connector between.
public final class FinalFacts {

    private FinalFacts() {}

    /// Each actual of each publisher. Those of FRED have a day and no instant.
    public static List<ReportedRelease> published(RecordedWeek week, Catalogue catalogue) {
        return FakeWorld.series(week, catalogue).stream()
                .filter(series -> series.release() != null)
                .map(FinalFacts::row)
                .toList();
    }

    /// The same as one adapter for each publisher.
    public static List<ReleaseAdapter> byPublisher(RecordedWeek week, Catalogue catalogue) {
        return published(week, catalogue).stream()
                .collect(Collectors.groupingBy(ReportedRelease::source, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .<ReleaseAdapter>map(rows -> new Given(rows.getKey(), rows.getValue()))
                .toList();
    }

    private static ReportedRelease row(ComposedSeries composed) {
        ReportedRelease release = Objects.requireNonNull(composed.release());
        boolean dated = composed.series().source().equals("fred");
        LocalDate day = release.indicator().localDate(release.instant());
        return new ReportedRelease(
                "final facts",
                1,
                composed.series().key(),
                composed.series().source(),
                release.indicator(),
                dated ? release.indicator().knownAt(day) : release.instant(),
                dated ? day : null,
                dated,
                composed.period(),
                release.actual(),
                release.previous(),
                List.of(),
                null,
                null,
                false,
                !dated,
                null);
    }

    /// Rows as they are.
    private record Given(String source, List<ReportedRelease> rows) implements ReleaseAdapter {
        @Override
        public AdapterReport deliver(RowConsumer consumer) {
            consumer.startFile("final facts");
            rows.forEach(row -> consumer.accept(new RowResult.Mapped(row)));
            return AdapterReport.NONE;
        }
    }
}
