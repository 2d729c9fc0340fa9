package org.macroedge.engine.bias;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Instrument;

/// The bias of one instrument at many instants, without its reasons: parallel arrays, one value per instant.
///
/// Each point has the bits of [BiasModel#at] at its instant. NaN stands for a value that is undefined there: z
/// without history, and what [DataHealth] and [Composition] leave null.
public final class BiasPoints {

    private final Instrument instrument;
    private final double[] z;
    private final double[] health;
    private final double[] coverage;
    private final double[] freshness;
    private final double[] quality;
    private final double[] agreement;
    private final double[] breadth;
    private final double[] newShare;
    private final @Nullable NoLabel[] reasons;

    BiasPoints(Instrument instrument, int count) {
        this.instrument = instrument;
        this.z = new double[count];
        this.health = new double[count];
        this.coverage = new double[count];
        this.freshness = new double[count];
        this.quality = new double[count];
        this.agreement = new double[count];
        this.breadth = new double[count];
        this.newShare = new double[count];
        this.reasons = new NoLabel[count];
    }

    void set(int index, double bias, DataHealth data, Composition composition, @Nullable NoLabel reason) {
        z[index] = bias;
        health[index] = data.value();
        coverage[index] = data.coverage();
        freshness[index] = orNaN(data.freshness());
        quality[index] = orNaN(data.quality());
        agreement[index] = orNaN(composition.agreement());
        breadth[index] = orNaN(composition.breadth());
        newShare[index] = orNaN(composition.newShare());
        reasons[index] = reason;
    }

    /// The number of instants.
    public int size() {
        return z.length;
    }

    /// The instrument whose bias this is.
    public Instrument instrument() {
        return instrument;
    }

    /// The bias at one of the instants, with empty lists of reasons and without the sides of a pair.
    public InstrumentBias at(int index) {
        DataHealth data =
                new DataHealth(health[index], coverage[index], orNull(freshness[index]), orNull(quality[index]));
        Composition composition =
                new Composition(orNull(agreement[index]), orNull(breadth[index]), orNull(newShare[index]));
        return new InstrumentBias(
                instrument, orNull(z[index]), data, composition, null, reasons[index], List.of(), List.of());
    }

    private static double orNaN(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
