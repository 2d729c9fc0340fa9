package org.macroedge.engine.regime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.macroedge.engine.vocabulary.IndexSide;
import org.macroedge.engine.vocabulary.Region;

/// Keeps the second opinions of each axis, so that one that rests on the same composites is not fitted
/// again.
///
/// An opinion depends on the composites up to its month-end alone, so that what was asked before leaves no
/// trace in an answer. It holds one path per axis, the one that was last made. Thread-safe.
public final class SecondOpinions {

    private final Map<Axis, SwitchingPath> paths = new ConcurrentHashMap<>();

    private record Axis(Region region, IndexSide side) {}

    /// @param composites of months that follow each other, NaN where there is none
    SwitchingPath of(Region region, IndexSide side, double[] composites) {
        Axis axis = new Axis(region, side);
        SwitchingPath path = paths.getOrDefault(axis, SwitchingPath.NONE).over(composites);
        paths.put(axis, path);
        return path;
    }
}
