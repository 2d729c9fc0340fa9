package org.macroedge.server.calendar;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.surprises.Surprises;

/// A release that no source has announced, and that its indicator's cadence makes expected.
public record ExpectedRelease(Indicator indicator, Instant expectedAt) {

    /// The releases that the calendar of `asOf` shows as expected after `asOf` and up to `until`, because nobody has
    /// announced the next release of their indicators. They are ordered by indicator, then by time.
    ///
    /// @param chosen the indicators in question
    public static List<ExpectedRelease> between(
            Surprises surprises, Instant asOf, Instant until, Predicate<Indicator> chosen) {
        ExpectedReleases cadence = new ExpectedReleases(surprises);
        List<OpenRelease> open = OpenReleases.at(surprises, asOf, chosen);
        List<Indicator> unscheduled = cadence.unscheduled(chosen, open, asOf);
        return cadence.between(unscheduled, open, asOf, until).toList();
    }
}
