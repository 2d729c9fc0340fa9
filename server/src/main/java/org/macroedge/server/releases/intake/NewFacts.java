package org.macroedge.server.releases.intake;

import java.util.List;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.releases.Forecast;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.Schedule;

/// Facts to be written, each kind in ascending order of number.
public record NewFacts(
        List<NewRelease> releases, List<Print> prints, List<Schedule> schedules, List<Forecast> forecasts) {

    /// A release seen for the first time.
    public record NewRelease(long fact, ReleaseId id) {}

    public NewFacts {
        releases = List.copyOf(releases);
        prints = List.copyOf(prints);
        schedules = List.copyOf(schedules);
        forecasts = List.copyOf(forecasts);
    }
}
