package org.macroedge.engine.bias;

import org.macroedge.engine.catalogue.SurpriseIndex;

/// A surprise index at many instants: parallel arrays, one value per instant. Each point has the bits of
/// [IndexModel#at] at its instant.
public final class IndexPoints {

    private final SurpriseIndex index;
    private final double[] z;
    private final double[] coverage;

    IndexPoints(SurpriseIndex index, int count) {
        this.index = index;
        this.z = new double[count];
        this.coverage = new double[count];
    }

    /// Takes the values of one block of instants.
    ///
    /// @param from the position of its first instant
    void set(int from, int length, double[] values, double[] covered) {
        System.arraycopy(values, 0, z, from, length);
        System.arraycopy(covered, 0, coverage, from, length);
    }

    /// The index whose points these are.
    public SurpriseIndex index() {
        return index;
    }

    /// The number of instants.
    public int size() {
        return z.length;
    }

    /// The index at one of the instants.
    public IndexReading at(int position) {
        return IndexReading.of(z[position], coverage[position]);
    }
}
