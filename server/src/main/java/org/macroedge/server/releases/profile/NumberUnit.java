package org.macroedge.server.releases.profile;

import org.macroedge.engine.vocabulary.Coded;

/// The unit in which a calendar writes the plain numbers of a title: the power of ten that leads to base units.
public enum NumberUnit implements Coded {
    UNITS(0),
    THOUSANDS(3),
    MILLIONS(6),
    BILLIONS(9),
    /// Shares of one where the indicator is in percent: 0.054 is 5.4.
    FRACTION(2),
    /// Hundredths of a percentage point: 25 is 0.25.
    BASIS_POINTS(-2);

    private final int power;

    NumberUnit(int power) {
        this.power = power;
    }

    /// The power of ten to multiply by.
    public int power() {
        return power;
    }
}
