package org.macroedge.server.assistants.view;

import java.util.List;
import org.macroedge.server.surprises.view.InactiveIndicator;
import org.macroedge.server.surprises.view.ReleaseContribution;

/// The largest contributions to a bias or an index. They and `othersSum` add up to its z.
///
/// @param contributions by size
/// @param others how many are left out
/// @param othersSum their sum; 0 where none is left out
/// @param missing how many indicators count for nothing, for want of a usable release
public record LargestReasons(List<ReleaseContribution> contributions, int others, double othersSum, int missing) {

    /// @param all by size
    /// @param most how many are kept
    public static LargestReasons of(List<ReleaseContribution> all, List<InactiveIndicator> missing, int most) {
        int kept = Math.min(most, all.size());
        List<ReleaseContribution> others = all.subList(kept, all.size());
        return new LargestReasons(
                List.copyOf(all.subList(0, kept)),
                others.size(),
                others.stream().mapToDouble(ReleaseContribution::contribution).sum(),
                missing.size());
    }
}
