package org.macroedge.server.sources;

import java.util.List;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.verdicts.ListedDays;
import org.macroedge.server.releases.verdicts.PeriodFigures;
import org.macroedge.server.sources.fetch.FetchRequest;

/// The answers of a source that gives releases.
non-sealed interface ReleaseAnswers extends Answers {

    /// Reads an answer.
    ///
    /// @param stores whether what it says is noted, or only read
    ReleaseAdapter read(FetchRequest request, Payload payload, boolean stores);

    /// Which figures the answer read last gives again, and which of them it lacks.
    default PeriodFigures figures() {
        return PeriodFigures.NONE;
    }

    /// The days that the last answer lists where it lists every day.
    default List<ListedDays> days() {
        return List.of();
    }
}
