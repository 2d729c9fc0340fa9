package org.macroedge.server.surprises.view;

import org.macroedge.engine.bias.MissingIndicator;
import org.macroedge.server.platform.json.Codes;

/// An indicator in force that contributes nothing now: its share of the coverage, and the reason.
public record InactiveIndicator(
        String indicator,
        double weight,
        @Codes(MissingIndicator.Reason.class) String reason) {}
