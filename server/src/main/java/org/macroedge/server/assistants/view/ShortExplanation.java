package org.macroedge.server.assistants.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.macroedge.server.bias.view.BiasExplanation;
import org.macroedge.server.bias.view.LabelBounds;
import org.macroedge.server.bias.view.RunHeader;

/// One instrument's bias with its largest reasons.
public record ShortExplanation(
        @JsonUnwrapped RunHeader run,
        LabelBounds labelBounds,
        @JsonUnwrapped BiasLine item,
        @JsonUnwrapped LargestReasons reasons) {

    /// @param most how many reasons are kept
    public static ShortExplanation of(BiasExplanation whole, int most) {
        return new ShortExplanation(
                whole.run(),
                whole.labelBounds(),
                BiasLine.of(whole.item()),
                LargestReasons.of(whole.contributions(), whole.missing(), most));
    }
}
