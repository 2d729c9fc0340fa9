package org.macroedge.server.sources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.verdicts.ListedDays;
import org.macroedge.server.sources.fetch.FetchRequest;

/// The answers of a source that gives calendars.
final class CalendarAnswers implements ReleaseAnswers {

    private final CalendarConnector connector;
    private final SourceAccess access;
    private final LocalDate today;
    private final ReleaseReader facts;
    private @Nullable ChangedRows last;
    private List<ListedDays> days = List.of();

    CalendarAnswers(CalendarConnector connector, SourceAccess access, LocalDate today, ReleaseReader facts) {
        this.connector = connector;
        this.access = access;
        this.today = today;
        this.facts = facts;
    }

    @Override
    public List<FetchRequest> requests() {
        return connector.requests(access, today);
    }

    /// A calendar has all of them in each of its requests.
    @Override
    public List<FetchRequest> requests(Set<IndicatorId> indicators) {
        return requests();
    }

    @Override
    public ReleaseAdapter read(FetchRequest request, Payload payload, boolean stores) {
        ChangedRows rows = new ChangedRows(connector.read(payload), facts);
        last = rows;
        days = connector.days(payload);
        return rows;
    }

    @Override
    public void unchanged(FetchRequest request, Instant askedAt) {
        // a capture counts only where it says something new
    }

    @Override
    public List<ListedDays> days() {
        return days;
    }

    @Override
    public long left() {
        return last == null ? 0 : last.left();
    }
}
