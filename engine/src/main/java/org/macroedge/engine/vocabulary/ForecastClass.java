package org.macroedge.engine.vocabulary;

/// Forecasts whose surprises share one scale: surveyed (survey, vendor) and modelled (the rest).
public enum ForecastClass implements Coded {
    SURVEYED,
    MODELLED;

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException where there is none
    public static ForecastClass ofCode(String code) {
        return Coded.of(ForecastClass.class, code);
    }
}
