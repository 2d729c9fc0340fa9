package org.macroedge.engine.vocabulary;

/// Forecasts whose surprises share one scale: surveyed (survey, vendor) and modelled (the rest).
public enum ForecastClass implements Coded {
    SURVEYED,
    MODELLED;

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException if no constant has this code
    public static ForecastClass ofCode(String code) {
        return Coded.of(ForecastClass.class, code);
    }
}
