package org.macroedge.server.prices.profile;

import org.macroedge.server.platform.error.Message;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// What is wrong in a profile of prices. Each text continues the place: file, line and field.
enum PriceProfileMessage implements Message {
    SYMBOL_AND_INSTRUMENT(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "is instrument if, and only if, columns name one for instrument",
            "The symbol is to come from two places, or from a column that the profile does not name.",
            "Correct `symbol`, or `instrument` under `columns`")),
    SYMBOL_ROW_NOT_SKIPPED(Wording.of(
            ProblemCode.PROFILE_FAULT,
            "\"{row}\" is not one of the rows to skip",
            "The row of the symbol belongs to the header, so it must be one of those that are skipped.",
            "Add it to `skip`"));

    private final Wording wording;

    PriceProfileMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
