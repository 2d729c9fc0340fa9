package org.macroedge.server.bias.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/// One instrument's bias down to each release; the contributions add up to z.
public record BiasExplanation(
        @JsonUnwrapped RunHeader run,
        LabelBounds labelBounds,
        @JsonUnwrapped BiasItem item,
        List<BiasContribution> contributions,
        List<InactiveIndicator> missing)
        implements BiasRun {}
