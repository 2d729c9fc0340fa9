package org.macroedge.server.indices;

import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.macroedge.engine.bias.IndexPoints;
import org.macroedge.engine.bias.IndexReading;
import org.macroedge.server.indices.view.IndexHistoryPoint;

/// One index's points, each made when it is read: those of all indices at every release would not fit into memory.
final class IndexHistoryPoints extends AbstractList<IndexHistoryPoint> implements RandomAccess {

    private final IndexPoints points;
    private final List<Instant> instants;

    /// @param instants of the points, ascending
    IndexHistoryPoints(IndexPoints points, List<Instant> instants) {
        this.points = points;
        this.instants = instants;
    }

    @Override
    public IndexHistoryPoint get(int position) {
        IndexReading reading = points.at(position);
        return new IndexHistoryPoint(
                instants.get(position), reading.z(), reading.coverage(), IndexViews.reason(reading));
    }

    @Override
    public int size() {
        return points.size();
    }
}
