package org.macroedge.server.bias;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// The failures of a question about the bias.
enum BiasMessage implements Problem {
    TWO_STARTS(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Both from and since are given",
            "A change starts at an instant, or where `since` says.",
            "Give one of them")),
    FIGURE_OF_ANOTHER_UNIT(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Figure \"{figure}\" does not fit {indicator}, which is in {unit}",
            "A figure is in the unit of its indicator: % is for percentages, and K, M, B and T are for counts and"
                    + " amounts.",
            "Leave {suffix} out, or check the indicator")),
    FIGURE_TWICE(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The figure of {indicator} is set twice",
            "A release has one figure.",
            "Leave one of them out")),
    NOT_SCHEDULED(Wording.of(
            ProblemCode.NOT_TO_COME,
            "No release of {indicator} is scheduled after {asOf}",
            "No source has announced its next release, or none that was known then.",
            "Give the instant of the release, or import a calendar that has it")),
    NOT_TOGETHER(Wording.of(
            ProblemCode.NOT_TO_COME,
            "No release of {indicator} is scheduled for {at}",
            "Nothing is expected of it: its own prints speak for its next release alone, within two periods of the"
                    + " last.",
            "Add its forecast, as in us-cpi-mom=0.4/0.3, or see in `calendar` what comes when")),
    NOT_TO_COME(Wording.of(
            ProblemCode.NOT_TO_COME,
            "The instant of the scenario {at} is not within a year after {asOf}",
            "A scenario is about a release that is to come. At an earlier instant, the figures are known.",
            "Give a later instant of the release, or answer as of an earlier one"));

    private final Wording wording;

    BiasMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
