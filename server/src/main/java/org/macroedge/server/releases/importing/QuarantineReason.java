package org.macroedge.server.releases.importing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macroedge.server.releases.intake.RowFault;

/// The rows of an import that are quarantined for one reason.
///
/// @param reason its code, such as `unreadable-instant`
/// @param firstFile of the first row
/// @param firstLine of the first row, from 1
/// @param message of the first row
public record QuarantineReason(String reason, long count, String firstFile, long firstLine, String message) {

    /// Counts faults by reason, the most frequent first.
    static List<QuarantineReason> of(List<RowFault> faults) {
        Map<RowFault.Reason, QuarantineReason> reasons = new LinkedHashMap<>();
        for (RowFault fault : faults) {
            reasons.merge(
                    fault.reason(),
                    new QuarantineReason(fault.reason().code(), 1, fault.file(), fault.line(), fault.message()),
                    QuarantineReason::plus);
        }
        return reasons.values().stream()
                .sorted(Comparator.comparingLong(QuarantineReason::count)
                        .reversed()
                        .thenComparing(QuarantineReason::reason))
                .toList();
    }

    private static QuarantineReason plus(QuarantineReason first, QuarantineReason later) {
        return new QuarantineReason(
                first.reason, first.count + later.count, first.firstFile, first.firstLine, first.message);
    }
}
