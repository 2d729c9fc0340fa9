package org.macroedge.server.releases;

import java.util.List;

/// Facts as rows of the store. Which of them depends on the method of [FactReader] that read them.
public record StoredFacts(List<Print> prints, List<Schedule> schedules, List<Forecast> forecasts) {}
