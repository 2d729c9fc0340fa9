package org.macroedge.server.releases.derivation;

import java.util.List;
import org.macroedge.server.releases.Forecast;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.Schedule;

/// The facts that the statements in force about one indicator stand for. Facts have the number 0.
///
/// @param setAside rows that do not count
public record DerivedReleases(
        List<Print> prints, List<Schedule> schedules, List<Forecast> forecasts, List<SetAside> setAside) {

    public DerivedReleases {
        prints = List.copyOf(prints);
        schedules = List.copyOf(schedules);
        forecasts = List.copyOf(forecasts);
        setAside = List.copyOf(setAside);
    }
}
