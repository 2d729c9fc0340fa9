package org.macroedge.server.sources;

import java.util.List;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.sources.fetch.FetchRequest;

/// A source that gives whole calendars: what is due, what is expected, and perhaps what came.
public non-sealed interface CalendarConnector extends SourceConnector {

    /// What to ask for, each request with a name of its own. Pure.
    List<FetchRequest> requests(SourceAccess access);

    /// Reads an answer. Pure, and so is the adapter.
    ///
    /// @return passes on every row of the answer
    ReleaseAdapter read(Payload payload);
}
