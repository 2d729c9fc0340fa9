package org.macroedge.server.platform.error;

import java.util.List;

/// The failures of asking for something by a name that does not exist.
public final class UnknownName {

    private UnknownName() {}

    /// @param known the ids of all instruments
    public static MacroEdgeException instrument(String id, List<String> known) {
        return failure(ProblemCode.UNKNOWN_INSTRUMENT, "Instrument", id, nearest(id, known));
    }

    /// @param known the ids of all indicators
    public static MacroEdgeException indicator(String id, List<String> known) {
        return failure(ProblemCode.UNKNOWN_INDICATOR, "Indicator", id, nearest(id, known));
    }

    /// @param nearest the ids of the nearest releases; empty where there is none
    public static MacroEdgeException release(String id, List<String> nearest) {
        return failure(ProblemCode.UNKNOWN_RELEASE, "Release", id, sentence(nearest));
    }

    /// @param known the ids of all weight sets
    public static MacroEdgeException weightSet(String id, List<String> known) {
        return failure(
                ProblemCode.UNKNOWN_WEIGHT_SET, "Weight set", id, "Existing weight sets: " + String.join(", ", known));
    }

    private static MacroEdgeException failure(ProblemCode code, String kind, String id, String remedy) {
        return new MacroEdgeException(code, kind + " \"" + id + "\" does not exist", "", remedy);
    }

    private static String nearest(String id, List<String> known) {
        return sentence(Nearest.three(id, known));
    }

    private static String sentence(List<String> nearest) {
        return nearest.isEmpty() ? "" : "The nearest are " + String.join(", ", nearest);
    }
}
