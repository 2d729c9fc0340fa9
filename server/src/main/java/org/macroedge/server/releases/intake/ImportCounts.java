package org.macroedge.server.releases.intake;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an import did with each row: `imported` to `quarantined` add up to `read`; `revisionsFound` is counted
/// apart.
///
/// @param repaired rows whose instant was mended
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
        long repaired,
        List<UnmappedTitle> unmappedTitles) {

    private static final Set<FindingKind> REPAIRS = EnumSet.of(FindingKind.SPILLED_ROW, FindingKind.CLOCK_SHIFTED);

    /// A title with numbers that the profile maps to no indicator.
    public record UnmappedTitle(String title, long count) {}

    /// Sums up an import.
    public static ImportCounts of(
            long read,
            Map<RowOutcome, Long> outcomes,
            long ignored,
            Map<String, Long> unmapped,
            long quarantined,
            long revisionsFound,
            List<Finding> findings) {
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
                findings.stream()
                        .filter(finding -> REPAIRS.contains(finding.kind()))
                        .mapToLong(Finding::count)
                        .sum(),
                unmapped.entrySet().stream()
                        .map(entry -> new UnmappedTitle(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingLong(UnmappedTitle::count)
                                .reversed()
                                .thenComparing(UnmappedTitle::title))
                        .toList());
    }
}
