package org.macroedge.engine.weight;

import java.util.List;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.SurpriseIndex;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.vocabulary.Quadrant;

/// The weights before groups are shared out, by instrument and indicator, and which of them
/// belong to the base of a pair.
record WeightRows(double[][] unshared, boolean[][] base, boolean[] pair) {

    WeightRows(int rows, int indicators) {
        this(new double[rows][indicators], new boolean[rows][indicators], new boolean[rows]);
    }

    static WeightRows of(List<Indicator> indicators, List<Instrument> instruments, WeightSet weights) {
        WeightRows rows = new WeightRows(instruments.size(), indicators.size());
        for (int row = 0; row < instruments.size(); row++) {
            Instrument traded = instruments.get(row);
            rows.pair[row] = traded.isPair();
            for (int index = 0; index < indicators.size(); index++) {
                Indicator indicator = indicators.get(index);
                rows.unshared[row][index] = weights.unsharedWeight(traded, indicator, Quadrant.UNDETERMINED);
                rows.base[row][index] = weights.exposure(traded.id(), indicator.region()) > 0;
            }
        }
        return rows;
    }

    static WeightRows of(List<Indicator> indicators, List<SurpriseIndex> indices) {
        WeightRows rows = new WeightRows(indices.size(), indicators.size());
        for (int row = 0; row < indices.size(); row++) {
            for (int index = 0; index < indicators.size(); index++) {
                rows.unshared[row][index] = indices.get(row).unsharedWeight(indicators.get(index));
            }
        }
        return rows;
    }
}
