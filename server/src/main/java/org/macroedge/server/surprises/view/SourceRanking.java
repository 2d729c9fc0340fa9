package org.macroedge.server.surprises.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/// The sources of forecasts by their error.
///
/// @param items the smallest mean absolute error first; those with fewer than ten releases last
public record SourceRanking(@JsonUnwrapped AnswerHeader header, List<SourceError> items) {}
