package org.macroedge.server.sources;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.verdicts.ListedDays;
import org.macroedge.server.sources.fetch.FetchRequest;

/// A source that gives whole calendars: what is due, what is expected, and perhaps what came.
public non-sealed interface CalendarConnector extends SourceConnector {

    /// What to ask for, each request with a name of its own. Pure.
    ///
    /// @param today in UTC
    List<FetchRequest> requests(SourceAccess access, LocalDate today);

    /// The indicators whose actuals it gives too, and around whose releases it is asked; none by default.
    default Set<IndicatorId> actuals() {
        return Set.of();
    }

    /// Reads an answer. Pure, and so is the adapter.
    ///
    /// @return passes on every row of the answer
    ReleaseAdapter read(Payload payload);

    /// The days that an answer lists for indicators of which it lists every day; by default it does so for none.
    default List<ListedDays> days(Payload payload) {
        return List.of();
    }
}
