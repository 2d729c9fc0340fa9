package org.macroedge.server.releases.intake;

import java.util.List;

/// What an adapter noticed beside the rows that it passed on.
///
/// @param hourOffsets how far the clock times of the rows differ from the catalogue's release times
public record AdapterReport(HourOffsets hourOffsets, List<Finding> findings) {

    /// That of an adapter that noticed nothing.
    public static final AdapterReport NONE = new AdapterReport(HourOffsets.NONE, List.of());

    public AdapterReport {
        findings = List.copyOf(findings);
    }
}
