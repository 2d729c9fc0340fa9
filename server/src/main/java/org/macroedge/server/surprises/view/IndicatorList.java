package org.macroedge.server.surprises.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/// Every indicator of the catalogue, in the order of ids.
public record IndicatorList(@JsonUnwrapped AnswerHeader header, List<IndicatorItem> items) {}
