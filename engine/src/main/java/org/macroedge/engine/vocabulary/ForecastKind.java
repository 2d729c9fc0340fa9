package org.macroedge.engine.vocabulary;

/// Where an expectation comes from, in the order in which one is preferred to the next. A model value is never
/// called consensus.
public enum ForecastKind implements Coded {
    SURVEY(ForecastClass.SURVEYED, 1.0),
    VENDOR(ForecastClass.SURVEYED, 0.9),
    NOWCAST(ForecastClass.MODELLED, 0.7),
    MODEL(ForecastClass.MODELLED, 0.5),
    NAIVE(ForecastClass.MODELLED, 0.3),
    MANUAL(ForecastClass.MODELLED, 0.5);

    private final ForecastClass forecastClass;
    private final double quality;

    ForecastKind(ForecastClass forecastClass, double quality) {
        this.forecastClass = forecastClass;
        this.quality = quality;
    }

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException if no constant has this code
    public static ForecastKind ofCode(String code) {
        return Coded.of(ForecastKind.class, code);
    }

    /// The class whose surprises share one scale with this kind's.
    public ForecastClass forecastClass() {
        return forecastClass;
    }

    /// The part of full trust that a surprise against this kind deserves, in [0, 1].
    public double quality() {
        return quality;
    }
}
