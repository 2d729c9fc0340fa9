package org.macroedge.server.releases;

import java.util.List;
import java.util.Map;
import org.macroedge.engine.release.ObservedRelease;

/// What calendar files say. Each row counts once: ignored, unmapped, quarantined, unchanged, scheduled or released,
/// which add up to `read`.
///
/// @param releases ascending by release instant, then indicator, then id
/// @param ignored rows without any number: holidays, speeches, votes
/// @param unmapped rows with a number under a title that the profile does not map, also by title
/// @param unchanged rows that say again what another row said
/// @param scheduled rows of mapped titles without an actual; without a capture instant they never count as known
public record CalendarContent(
        List<ObservedRelease> releases,
        long read,
        long ignored,
        long unmapped,
        long quarantined,
        long unchanged,
        long scheduled,
        Map<String, Long> unmappedTitles,
        List<String> quarantine) {

    /// Rows that brought a release.
    public long released() {
        return releases.size();
    }
}
