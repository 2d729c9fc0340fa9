package org.macroedge.server.releases.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where a row of early January belongs if its file stamped it with the year before: the same day and clock
/// time one year later, in the zone of the file.
///
/// @param localDate the date in the release zone where the catalogue's release time decides `instant`; else null
public record SpillTarget(Instant instant, @Nullable LocalDate localDate) {}
