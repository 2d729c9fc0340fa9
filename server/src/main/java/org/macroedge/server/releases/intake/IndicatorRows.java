package org.macroedge.server.releases.intake;

import java.util.List;
import org.macroedge.engine.catalogue.Indicator;

/// The rows of one indicator in a batch, in the order of the files.
///
/// @param hash of the rows and the indicator's contract
public record IndicatorRows(Indicator indicator, List<ReportedRelease> rows, byte[] hash) {

    /// Hashes the rows.
    public static IndicatorRows of(Indicator indicator, List<ReportedRelease> rows) {
        return new IndicatorRows(indicator, rows, RowDigest.hash(indicator, rows));
    }

    /// The indicator's id.
    public String id() {
        return indicator.id().value();
    }
}
