package org.macroedge.server.bias.view;

import org.macroedge.server.platform.json.Codes;

/// An indicator in force that adds nothing now: its share of the coverage, and why.
public record MissingIndicator(
        String indicator,
        double weight,

        @Codes(org.macroedge.engine.bias.MissingIndicator.Reason.class)
        String reason) {}
