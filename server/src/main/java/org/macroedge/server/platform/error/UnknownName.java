package org.macroedge.server.platform.error;

import java.util.List;

/// The failures of asking for something by a name that does not exist.
public enum UnknownName implements Problem {
    INSTRUMENT(Wording.of(
            ProblemCode.UNKNOWN_INSTRUMENT,
            "Instrument \"{id}\" does not exist",
            "No instrument of the catalogue in force has this id.",
            "The nearest are {nearest}")),
    INDICATOR(Wording.of(
            ProblemCode.UNKNOWN_INDICATOR,
            "Indicator \"{id}\" does not exist",
            "No indicator of the catalogue in force has this id.",
            "The nearest are {nearest}")),
    INDEX(Wording.of(
            ProblemCode.UNKNOWN_INDEX,
            "Surprise index \"{id}\" does not exist",
            "No surprise index of the catalogue in force has this id or alias.",
            "The nearest are {nearest}")),
    INDEX_OF_NONE(Wording.of(
            ProblemCode.UNKNOWN_INDEX,
            "Surprise index \"{id}\" does not exist, because the catalogue has no indices",
            "The catalogue in force has no file `indices.yaml`, or the answer is for a time before it had one.",
            "Define the index in `indices.yaml` of the catalogue")),
    WEIGHT_SET(Wording.of(
            ProblemCode.UNKNOWN_WEIGHT_SET,
            "Weight set \"{id}\" does not exist",
            "No weight set of the catalogue in force has this id.",
            "Existing weight sets: {existing}")),
    RELEASE(Wording.of(
            ProblemCode.UNKNOWN_RELEASE,
            "Release \"{id}\" does not exist",
            "The store has no release with this id, but it has others.",
            "The nearest are {nearest}")),
    RELEASE_OF_NONE(Wording.of(
            ProblemCode.UNKNOWN_RELEASE,
            "Release \"{id}\" does not exist, because the store has no releases",
            "Nothing was imported, or everything was undone.",
            "Import a calendar first: `import calendar FILE --profile NAME`"));

    private final Wording wording;

    UnknownName(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }

    /// @param known the ids of all instruments
    public static MacroEdgeException instrument(String id, List<String> known) {
        return INSTRUMENT.exception(ShownText.of(id), nearest(id, known));
    }

    /// @param known the ids of all indicators
    public static MacroEdgeException indicator(String id, List<String> known) {
        return INDICATOR.exception(ShownText.of(id), nearest(id, known));
    }

    /// @param known the ids and aliases of all indices
    public static MacroEdgeException index(String id, List<String> known) {
        return known.isEmpty()
                ? INDEX_OF_NONE.exception(ShownText.of(id))
                : INDEX.exception(ShownText.of(id), nearest(id, known));
    }

    /// @param nearest the ids of the nearest releases; empty where there is none
    public static MacroEdgeException release(String id, List<String> nearest) {
        return nearest.isEmpty()
                ? RELEASE_OF_NONE.exception(ShownText.of(id))
                : RELEASE.exception(ShownText.of(id), String.join(", ", nearest));
    }

    /// @param known the ids of all weight sets
    public static MacroEdgeException weightSet(String id, List<String> known) {
        return WEIGHT_SET.exception(ShownText.of(id), String.join(", ", known));
    }

    private static String nearest(String id, List<String> known) {
        return String.join(", ", Nearest.three(id, known));
    }
}
