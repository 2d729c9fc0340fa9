package org.macroedge.engine.bias;

import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Instrument;

/// The bias of one instrument at many instants, without its reasons: parallel arrays, one value per instant.
///
/// Each point has the bits of [BiasModel#at] at its instant. NaN stands for a value that is undefined there: z
/// without history, the parts of confidence that [Confidence] leaves null.
public final class BiasPoints {

    private final Instrument instrument;
    private final double[] z;
    private final double[] confidence;
    private final double[] coverage;
    private final double[] freshness;
    private final double[] quality;
    private final double[] agreement;

    BiasPoints(Instrument instrument, int count) {
        this.instrument = instrument;
        this.z = new double[count];
        this.confidence = new double[count];
        this.coverage = new double[count];
        this.freshness = new double[count];
        this.quality = new double[count];
        this.agreement = new double[count];
    }

    void set(int index, double bias, Confidence parts) {
        z[index] = bias;
        confidence[index] = parts.value();
        coverage[index] = orNaN(parts.coverage());
        freshness[index] = orNaN(parts.freshness());
        quality[index] = orNaN(parts.quality());
        agreement[index] = orNaN(parts.agreement());
    }

    /// The number of instants.
    public int size() {
        return z.length;
    }

    /// The instrument whose bias this is.
    public Instrument instrument() {
        return instrument;
    }

    /// The bias at one of the instants, with empty lists of reasons.
    public InstrumentBias at(int index) {
        Double covered = orNull(coverage[index]);
        Confidence parts = new Confidence(
                confidence[index], covered, orNull(freshness[index]), orNull(quality[index]), orNull(agreement[index]));
        Double bias = orNull(z[index]);
        return InstrumentBias.withoutReasons(instrument, bias, parts);
    }

    private static double orNaN(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
