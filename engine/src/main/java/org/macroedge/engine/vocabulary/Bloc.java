package org.macroedge.engine.vocabulary;

/// Economies whose releases move together under one central bank. The order is that of the sums behind the scale of
/// a bias.
public enum Bloc implements Coded, Area {
    US,
    EMU,
    GB,
    JP,
    CN,
    CA,
    AU,
    NZ,
    CH;

    @Override
    public String code() {
        return name();
    }
}
