package org.macroedge.server.assistants;

import java.time.Clock;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.calendar.LatestCalendar;
import org.macroedge.server.eventrisk.LatestEventRisk;
import org.macroedge.server.indices.LatestIndices;
import org.macroedge.server.platform.query.RecordClock;

/// What tools are answered from, where the store is at hand.
public record AssistantStore(
        LatestBias bias,
        LatestCalendar calendar,
        LatestIndices indices,
        LatestEventRisk eventRisk,
        Clock clock,
        RecordClock records) {

    /// The answer to a query.
    public <T> T answer(AssistantQuery<T> query) {
        query.instants().checked(clock, records);
        return query.local().apply(this);
    }
}
