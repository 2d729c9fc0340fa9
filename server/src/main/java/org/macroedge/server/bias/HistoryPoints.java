package org.macroedge.server.bias;

import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.macroedge.engine.bias.BiasPoints;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.server.bias.view.BiasHistoryPoint;

/// One instrument's points, each made when it is read: those of all instruments at every release would not fit into
/// memory.
final class HistoryPoints extends AbstractList<BiasHistoryPoint> implements RandomAccess {

    private final BiasPoints biases;
    private final List<Instant> instants;
    private final List<String> runIds;

    /// @param instants of the points, ascending
    /// @param runIds in the order of the instants
    HistoryPoints(BiasPoints biases, List<Instant> instants, List<String> runIds) {
        this.biases = biases;
        this.instants = instants;
        this.runIds = runIds;
    }

    Instrument instrument() {
        return biases.instrument();
    }

    @Override
    public BiasHistoryPoint get(int index) {
        return BiasViews.point(biases.at(index), instants.get(index), runIds.get(index));
    }

    @Override
    public int size() {
        return instants.size();
    }
}
