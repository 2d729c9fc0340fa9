package org.macroedge.engine.bias;

import java.util.List;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.signal.KnownReleases;
import org.macroedge.engine.signal.SignalSeries;

/// What the walk and its readers know of one indicator.
///
/// @param known all releases, those without a usable z included
/// @param schedules those with a capture instant
record IndicatorInput(
        Indicator indicator, SignalSeries signals, KnownReleases known, List<ScheduledRelease> schedules) {}
