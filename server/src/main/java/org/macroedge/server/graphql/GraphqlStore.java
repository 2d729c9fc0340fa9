package org.macroedge.server.graphql;

import java.time.Clock;
import org.macroedge.server.bias.LatestBias;
import org.macroedge.server.calendar.LatestCalendar;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.indices.LatestIndices;
import org.macroedge.server.platform.query.RecordClock;
import org.macroedge.server.regime.LatestRegimes;
import org.macroedge.server.surprises.LatestIndicators;

/// What queries are answered from.
record GraphqlStore(
        LatestBias bias,
        LatestCalendar calendar,
        LatestIndices indices,
        LatestIndicators indicators,
        LatestRegimes regimes,
        CatalogueInForce catalogue,
        Clock clock,
        RecordClock records) {}
