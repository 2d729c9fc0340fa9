package org.macroedge.server.calendar.view;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How many releases of the 100 days before an answer should have a figure, and how many have.
///
/// @param from start of these days
/// @param expected received, withdrawn, due, late and missing
/// @param received with a figure that stands
/// @param due whose time has passed, and whose publisher is not late yet
/// @param late whose publisher is late
/// @param missing which nobody waits for any more, although they did not come
/// @param cancelled called off, or never took place; not among the expected
/// @param withdrawn whose figure was taken back
/// @param unsupplied announced by a source, of indicators of which no source has given any figure; not among the
/// expected
/// @param outstanding those late, and those missing without a later release: they lower freshness
/// @param since when the oldest outstanding one was due; null where none is
/// @param regions those with a release that is due, late, missing or cancelled
public record CompletenessSummary(
        Instant from,
        int expected,
        int received,
        int due,
        int late,
        int missing,
        int cancelled,
        int withdrawn,
        int unsupplied,
        int outstanding,
        @Nullable Instant since,
        List<RegionCompleteness> regions) {

    /// The codes of the regions with outstanding releases, with commas between them.
    public String outstandingIn() {
        return regions.stream()
                .filter(region -> region.outstanding() > 0)
                .map(RegionCompleteness::region)
                .collect(Collectors.joining(", "));
    }
}
