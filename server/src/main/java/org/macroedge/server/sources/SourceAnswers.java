package org.macroedge.server.sources;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.catalogue.series.Series;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.sources.series.ObservationStore;

/// What each source is asked, and what its answers mean, by the catalogue in force.
final class SourceAnswers {

    private final Connectors connectors;
    private final ObservationStore observations;
    private final ReleaseReader facts;
    private final CatalogueInForce catalogue;
    private final Clock clock;

    SourceAnswers(
            Connectors connectors,
            ObservationStore observations,
            ReleaseReader facts,
            CatalogueInForce catalogue,
            Clock clock) {
        this.connectors = connectors;
        this.observations = observations;
        this.facts = facts;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    Answers of(SourceConnector connector) {
        SourceAccess access = connectors.access(connector.contract());
        return switch (connector) {
            case CalendarConnector calendar -> new CalendarAnswers(calendar, access, facts);
            case SeriesConnector series ->
                new SeriesAnswers(series, access, series(connector), today(), observations, facts);
            case VintageConnector vintages -> new VintageAnswers(vintages, access, series(connector), today());
        };
    }

    /// The indicators whose actuals a source gives, each once, by id.
    List<IndicatorId> indicators(SourceConnector connector) {
        return connector instanceof CalendarConnector
                ? List.of()
                : series(connector).stream()
                        .map(series -> series.indicator().id())
                        .distinct()
                        .sorted()
                        .toList();
    }

    private List<Series> series(SourceConnector connector) {
        return catalogue.current().series(connector.contract().id());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
