package org.macroedge.server.releases;

import java.util.List;

/// Facts as rows of the store, ascending by number; of two of one kind, release and source the later holds.
public record StoredFacts(List<Print> prints, List<Schedule> schedules, List<Forecast> forecasts) {}
