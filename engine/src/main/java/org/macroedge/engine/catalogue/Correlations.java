package org.macroedge.engine.catalogue;

/// The correlations of signals that the scale of a bias assumes, by how closely two indicators are related. Calibrated
/// on 2012–2021.
public record Correlations(double sameCategory, double sameBloc, double acrossBlocs) {

    public Correlations {
        require("sameCategory", sameCategory);
        require("sameBloc", sameBloc);
        require("acrossBlocs", acrossBlocs);
    }

    private static void require(String field, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(field + " " + value + " is not in [0, 1)");
        }
    }
}
