package org.macroedge.server.sources;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.catalogue.series.Series;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.sources.series.ObservationStore;
import org.macroedge.server.sources.series.RealTimeWindow;

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
            case CalendarConnector calendar -> new CalendarAnswers(calendar, access, today(), facts);
            case SeriesConnector series ->
                new SeriesAnswers(series, access, series(connector), today(), observations, facts);
            case VintageConnector vintages ->
                new VintageAnswers(vintages, access, series(connector), List.of(RealTimeWindow.until(today())));
            case PriceConnector prices -> new ClosesAnswers(prices, access, prices(connector), today());
        };
    }

    /// What became known in some calendar years.
    ///
    /// @param region of the indicators; null for all
    /// @return empty where the source gives only what stands now
    Optional<VintageAnswers> history(SourceConnector connector, @Nullable Region region, int first, int last) {
        if (!(connector instanceof VintageConnector vintages)) {
            return Optional.empty();
        }
        List<Series> wanted = series(connector).stream()
                .filter(series -> region == null || series.indicator().region() == region)
                .toList();
        SourceAccess access = connectors.access(connector.contract());
        return Optional.of(new VintageAnswers(vintages, access, wanted, windows(first, last, vintages.mostYears())));
    }

    /// Parts of so many years, which start at the same years whatever is asked for, so that a longer span asks
    /// for the whole parts of a shorter one no more.
    private static List<RealTimeWindow> windows(int first, int last, int years) {
        return IntStream.rangeClosed(Math.floorDiv(first, years), Math.floorDiv(last, years))
                .mapToObj(part ->
                        RealTimeWindow.years(Math.max(first, part * years), Math.min(last, part * years + years - 1)))
                .toList();
    }

    /// The indicators of a region whose actuals a source gives.
    Set<IndicatorId> indicators(SourceConnector connector, Region region) {
        return series(connector).stream()
                .map(Series::indicator)
                .filter(indicator -> indicator.region() == region)
                .map(Indicator::id)
                .collect(Collectors.toSet());
    }

    /// The indicators whose actuals a source gives when they are due, each once, by id. A rate by day shows a
    /// decision days later.
    List<IndicatorId> watched(SourceConnector connector) {
        return connector instanceof CalendarConnector calendar
                ? calendar.actuals().stream().sorted().toList()
                : series(connector).stream()
                        .filter(series -> !series.isPolicyRate())
                        .map(series -> series.indicator().id())
                        .distinct()
                        .sorted()
                        .toList();
    }

    private List<Series> series(SourceConnector connector) {
        return catalogue.current().series(connector.contract().id());
    }

    private List<PriceSeries> prices(SourceConnector connector) {
        return catalogue.current().prices().stream()
                .filter(prices -> prices.source().equals(connector.contract().id()))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
