package org.macroedge.server.releases;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person's verdict on a release; a row of table `verdict`.
///
/// It refers to a statement of a source and not to the id of the release, because an undo can free an id. So it
/// applies as long as that statement stands for the release: not to another figure that replaces it.
///
/// @param statement the number of the source's statement
/// @param actual the figure that was judged; null for a schedule that was called off
/// @param author who stated it
public record ReleaseVerdict(
        long statement,
        @Nullable BigDecimal actual,
        StatedVerdict stated,
        String reason,
        String author,
        Instant recordedAt,
        long batch) {}
