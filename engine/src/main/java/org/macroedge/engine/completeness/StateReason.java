package org.macroedge.engine.completeness;

import org.macroedge.engine.vocabulary.Coded;

/// Why a release is in its state.
public enum StateReason implements Coded {
    ANNOUNCED("A source announced this time."),
    CADENCE("No source announced it. The indicator\u2019s cadence puts it about this day."),
    NO_FIGURES("No source has given a figure of this indicator yet."),
    OVERTAKEN("The indicator was published after this time, without this release."),
    NEXT_IS_DUE("It is overdue by a whole period, so the next one is due."),
    CALLED_OFF("It was called off, or never took place."),
    TAKEN_BACK("Its figure was taken back."),
    MOVED("The figure of its period was published at another time.");

    private final String sentence;

    StateReason(String sentence) {
        this.sentence = sentence;
    }

    /// What it means, in a sentence for a reader.
    public String sentence() {
        return sentence;
    }
}
