package org.macroedge.server.releases.derivation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.macroedge.server.releases.intake.ReportedRelease;

/// Different figures under one title at one instant.
///
/// @param places where the first of them stand: enough to name some others beside any of them
record FiguresTogether(List<String> places) {

    private static final int MOST_NAMED = 5;

    static FiguresTogether of(List<RowMerger.Merged> together) {
        return new FiguresTogether(together.stream()
                .map(FiguresTogether::place)
                .sorted()
                .limit(MOST_NAMED + 1L)
                .toList());
    }

    /// Whether figures are those of several declared periods, or one chain.
    static boolean isCatchUp(List<RowMerger.Merged> together) {
        List<ReportedRelease> rows =
                together.stream().map(merged -> merged.statement().row()).toList();
        long periods = rows.stream()
                .map(ReportedRelease::period)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return periods == rows.size()
                || Chain.isOne(rows.stream().map(SourceIntake::figure).toList());
    }

    /// Some of the other figures, for a message.
    String others(RowMerger.Merged rows) {
        String own = place(rows);
        return places.stream()
                .filter(place -> !place.equals(own))
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
    }

    private static String place(RowMerger.Merged rows) {
        ReportedRelease row = rows.statement().row();
        return row.file() + ":" + row.line() + " (" + row.actual() + ")";
    }
}
