package org.macroedge.server.sources.bea;

import org.macroedge.engine.vocabulary.Frequency;

/// A series like `T10101/Q/A191RL`.
///
/// @param table of the national accounts, as the bureau's service names it
/// @param interval `Q` or `M`
/// @param code of the series in it
record BeaKey(String table, String interval, String code) {

    private static final int PARTS = 3;

    static BeaKey of(String key) {
        String[] parts = key.split("/");
        if (parts.length != PARTS || !(parts[1].equals("Q") || parts[1].equals("M"))) {
            throw new IllegalArgumentException("\"" + key + "\" is not TABLE/INTERVAL/CODE");
        }
        return new BeaKey(parts[0], parts[1], parts[2]);
    }

    /// What one request asks for.
    String tableAndInterval() {
        return table + "/" + interval;
    }

    Frequency frequency() {
        return interval.equals("Q") ? Frequency.QUARTERLY : Frequency.MONTHLY;
    }
}
