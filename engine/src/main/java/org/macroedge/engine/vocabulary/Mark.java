package org.macroedge.engine.vocabulary;

import java.util.Collection;
import java.util.List;

/// A caveat that a reader must know before trusting the number of a release.
public enum Mark implements Coded {
    PROVISIONAL(
            "Fewer than ten earlier surprises: \u03c3 is the catalogue\u2019s prior, or the floor of a policy rate."),
    IMPORTED("The forecast comes from an imported history that does not say when it was captured."),
    INFERRED("The reference period is inferred from the usual lag."),
    DATE_ONLY("The source gave a date without a time."),
    CATALOGUE_TIME("The release time comes from the catalogue, not from the source."),
    SCHEDULE_TIME("The release counts from its scheduled time."),
    CORRECTED("The source corrected this figure after it was stored."),
    CLIPPED("The standardised surprise is beyond the limit of the weight set (by default \u00b14) and counts as that"
            + " limit."),
    NO_FORECAST("No survey: the rate in force is used as the forecast."),
    NAIVE_FORECAST("No better forecast was captured: the last figure is used as the forecast."),
    MODEL_FORECAST("No better forecast was captured: the forecast is that of a model of the earlier figures."),
    SUPERSEDED("A newer release has no usable surprise, so this signal keeps decaying."),
    SUSPECT("Actual or forecast is probably a typo. The release does not count until someone confirms it."),
    CONFIRMED("Someone confirmed this figure."),
    DOUBTFUL("Someone doubts this figure. It does not count."),
    CANCELLED("Someone stated that this release was cancelled. It does not count."),
    WITHDRAWN("Someone stated that this figure was withdrawn. It does not count."),
    EXPECTED("No source has announced this release. The date is predicted from the indicator\u2019s cadence.");

    private final String sentence;

    Mark(String sentence) {
        this.sentence = sentence;
    }

    /// What it means, in a sentence for a reader.
    public String sentence() {
        return sentence;
    }

    /// The codes of some marks, in the order of this type.
    public static List<String> codes(Collection<Mark> marks) {
        return marks.stream().sorted().map(Mark::code).toList();
    }

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException if no constant has this code
    public static Mark ofCode(String code) {
        return Coded.of(Mark.class, code);
    }
}
