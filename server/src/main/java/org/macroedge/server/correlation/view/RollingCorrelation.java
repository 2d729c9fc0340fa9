package org.macroedge.server.correlation.view;

import java.util.List;

/// How the correlation of a pair came to be what it is.
///
/// @param window rows behind each point
/// @param points ascending; none where there are fewer rows than `window`
public record RollingCorrelation(int window, List<CorrelationPoint> points) {}
