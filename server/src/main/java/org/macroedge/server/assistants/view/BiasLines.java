package org.macroedge.server.assistants.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.macroedge.server.bias.view.BiasSummary;
import org.macroedge.server.bias.view.LabelBounds;
import org.macroedge.server.bias.view.RunHeader;

/// Every instrument's bias without its reasons.
public record BiasLines(@JsonUnwrapped RunHeader run, LabelBounds labelBounds, List<BiasLine> items) {

    public static BiasLines of(BiasSummary summary) {
        return new BiasLines(
                summary.run(),
                summary.labelBounds(),
                summary.items().stream().map(BiasLine::of).toList());
    }
}
