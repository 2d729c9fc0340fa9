package org.macroedge.server.releases;

import java.time.Instant;
import java.util.List;

/// An intake changed what is known about a region.
///
/// @param indicators ids, ascending
/// @param marketFrom the earliest market time that changed
/// @param marketTo the latest
public record MacroDataUpdated(
        String region, long batch, List<String> indicators, Instant marketFrom, Instant marketTo) {

    /// The type on the wire.
    public static final String TYPE = "macro_data_updated";

    /// The version of the shape.
    public static final int VERSION = 1;
}
