package org.macroedge.server.sources.view;

import java.util.List;

/// What came of some requests for the past of sources.
///
/// @param items one for what was stored, and one for a failure that ended the step; in the last step, also one for each
/// request that fails for itself, and for each source that was not asked
/// @param done how many requests of the span are done, by this step or before it
/// @param left how many can be sent now
/// @param failing how many failed for themselves and rest for an hour, such as those of a series that was renamed
public record BackfillStep(List<SourceRun> items, int done, int left, int failing) {}
