package org.macroedge.server.platform.error;

import java.util.List;

/// The failures of asking for something by a name that does not exist.
public enum UnknownName implements Problem {
    INSTRUMENT(Wording.of(
            ProblemCode.UNKNOWN_INSTRUMENT,
            "Instrument \"{id}\" does not exist",
            "No instrument of the catalogue in force has this id.",
            "Did you mean {nearest}?")),
    INSTRUMENT_UNLIKE_ANY(Wording.of(
            ProblemCode.UNKNOWN_INSTRUMENT,
            "Instrument \"{id}\" does not exist, and none has a similar id",
            "No instrument of the catalogue in force has this id or a similar one.",
            "`instruments` lists them all")),
    INDICATOR(Wording.of(
            ProblemCode.UNKNOWN_INDICATOR,
            "Indicator \"{id}\" does not exist",
            "No indicator of the catalogue in force has this id.",
            "Did you mean {nearest}?")),
    INDICATOR_UNLIKE_ANY(Wording.of(
            ProblemCode.UNKNOWN_INDICATOR,
            "Indicator \"{id}\" does not exist, and none has a similar id",
            "No indicator of the catalogue in force has this id or a similar one.",
            "`indicators` lists them all")),
    INDEX(Wording.of(
            ProblemCode.UNKNOWN_INDEX,
            "Surprise index \"{id}\" does not exist",
            "No surprise index of the catalogue in force has this id or alias.",
            "Did you mean {nearest}?")),
    INDEX_UNLIKE_ANY(Wording.of(
            ProblemCode.UNKNOWN_INDEX,
            "Surprise index \"{id}\" does not exist, and none has a similar id",
            "No surprise index of the catalogue in force has this id or alias, or a similar one.",
            "`index` lists them all")),
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
    SOURCE(Wording.of(
            ProblemCode.UNKNOWN_SOURCE,
            "Source \"{id}\" does not exist",
            "No connector of this version fetches from a source with this id.",
            "Existing sources: {existing}")),
    RELEASE(Wording.of(
            ProblemCode.UNKNOWN_RELEASE,
            "Release \"{id}\" does not exist",
            "The store has no release with this id, but it has others.",
            "Did you mean {nearest}?")),
    RELEASE_UNLIKE_ANY(Wording.of(
            ProblemCode.UNKNOWN_RELEASE,
            "Release \"{id}\" does not exist, and none has a similar id",
            "No release of the store has this id or a similar one.",
            "`calendar` lists releases; --format csv shows their ids")),
    RELEASE_TO_COME(Wording.of(
            ProblemCode.UNKNOWN_RELEASE,
            "Release \"{id}\" was not published by the instant of the answer",
            "It was scheduled, cancelled, or not yet published at the instant that was asked for.",
            "`calendar` shows its state at that instant")),
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
        return similar(INSTRUMENT, INSTRUMENT_UNLIKE_ANY, id, Nearest.to(id, known));
    }

    /// @param nearest the ids of similar indicators; empty where there is none
    public static MacroEdgeException indicator(String id, List<String> nearest) {
        return similar(INDICATOR, INDICATOR_UNLIKE_ANY, id, nearest);
    }

    /// @param known the ids and aliases of all indices
    public static MacroEdgeException index(String id, List<String> known) {
        return known.isEmpty()
                ? INDEX_OF_NONE.exception(ShownText.of(id))
                : similar(INDEX, INDEX_UNLIKE_ANY, id, Nearest.to(id, known));
    }

    /// @param nearest the ids of similar releases; empty where there is none
    /// @param any whether the store has releases at all
    public static MacroEdgeException release(String id, List<String> nearest, boolean any) {
        return any ? similar(RELEASE, RELEASE_UNLIKE_ANY, id, nearest) : RELEASE_OF_NONE.exception(ShownText.of(id));
    }

    /// A release that was not yet published.
    public static MacroEdgeException releaseToCome(String id) {
        return RELEASE_TO_COME.exception(ShownText.of(id));
    }

    /// @param known the ids of all weight sets
    public static MacroEdgeException weightSet(String id, List<String> known) {
        return WEIGHT_SET.exception(ShownText.of(id), String.join(", ", known));
    }

    /// @param known the ids of all sources that can be fetched from
    public static MacroEdgeException source(String id, List<String> known) {
        return SOURCE.exception(ShownText.of(id), String.join(", ", known));
    }

    private static MacroEdgeException similar(UnknownName like, UnknownName unlike, String id, List<String> nearest) {
        return nearest.isEmpty()
                ? unlike.exception(ShownText.of(id))
                : like.exception(ShownText.of(id), String.join(", ", nearest));
    }
}
