package org.macroedge.server.sources.view;

import java.util.List;

/// What came of some requests for the past of sources.
///
/// @param items one for each request; in the last step, also one for each source that was not asked
/// @param done how many requests of the span are done, by this step or before it
/// @param left how many are not
public record BackfillStep(List<SourceRun> items, int done, int left) {}
