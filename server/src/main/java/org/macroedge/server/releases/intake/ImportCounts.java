package org.macroedge.server.releases.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What an import did with each row: `imported` to `quarantined` add up to `read`; `revisionsFound` is counted
/// apart.
///
/// @param unmappedTitles by frequency, then title
public record ImportCounts(
        long read,
        long imported,
        long unchanged,
        long corrected,
        long revised,
        long ignored,
        long unmapped,
        long quarantined,
        long revisionsFound,
        List<UnmappedTitle> unmappedTitles) {

    /// A title with numbers that the profile maps to no indicator.
    public record UnmappedTitle(String title, long count) {}

    /// Sums up an import.
    public static ImportCounts of(
            long read,
            Map<RowOutcome, Long> outcomes,
            long ignored,
            Map<String, Long> unmapped,
            long quarantined,
            long revisionsFound) {
        return new ImportCounts(
                read,
                outcomes.getOrDefault(RowOutcome.IMPORTED, 0L),
                outcomes.getOrDefault(RowOutcome.UNCHANGED, 0L),
                outcomes.getOrDefault(RowOutcome.CORRECTED, 0L),
                outcomes.getOrDefault(RowOutcome.REVISED, 0L),
                ignored,
                unmapped.values().stream().mapToLong(Long::longValue).sum(),
                quarantined,
                revisionsFound,
                unmapped.entrySet().stream()
                        .map(entry -> new UnmappedTitle(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingLong(UnmappedTitle::count)
                                .reversed()
                                .thenComparing(UnmappedTitle::title))
                        .toList());
    }
}
