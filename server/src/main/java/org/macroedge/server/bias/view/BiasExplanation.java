package org.macroedge.server.bias.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.macroedge.server.surprises.view.InactiveIndicator;
import org.macroedge.server.surprises.view.ReleaseContribution;

/// One instrument's bias down to each release; the contributions add up to z.
public record BiasExplanation(
        @JsonUnwrapped RunHeader run,
        LabelBounds labelBounds,
        @JsonUnwrapped BiasItem item,
        List<ReleaseContribution> contributions,
        List<InactiveIndicator> missing)
        implements BiasRun {}
