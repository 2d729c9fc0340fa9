package org.macroedge.server.stream.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.json.Codes;

/// An import, a push, an undo or a verdict changed what is known about the releases of a region.
///
/// @param version 1; a new key leaves it as it is
/// @param recordedAt the record time of the change: a question with this `recordedAt` is answered with it and with
/// nothing later
/// @param batch the batch that brought it
/// @param indicators their ids, ascending
/// @param from the earliest market time that changed
/// @param to the latest
/// @param releases the releases of these indicators from `from` to `to`, ascending, as they stand at this record time;
/// without one that was taken back; null where there are more than 20 or more than five indicators
public record ReleaseEvent(
        int version,
        Instant recordedAt,
        @Codes(Region.class) String region,
        long batch,
        List<String> indicators,
        Instant from,
        Instant to,
        @Nullable List<ReleasedFigure> releases) {}
