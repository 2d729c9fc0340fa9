package org.macroedge.server.sources;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.platform.config.SourceSettings;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.prices.PriceImports;
import org.macroedge.server.releases.verdicts.SourceDays;
import org.macroedge.server.releases.verdicts.SourceVerdicts;
import org.macroedge.server.sources.fetch.Fetcher;
import org.macroedge.server.sources.keys.SourceKeys;
import org.macroedge.server.sources.series.ObservationStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The ingestion of a store, from sources at addresses of the test.
public record TestIngestion(
        Ingestion ingestion,
        Backfill backfill,
        ReleaseWatch watch,
        SourceViews views,
        SeriesViews series,
        List<MeterBinder> meters,
        Fetcher fetcher)
        implements AutoCloseable {

    private static final long SEED = 5;

    /// Of all connectors of the product, at one address.
    public static TestIngestion of(TestStore store, SettableClock clock, URI address) {
        Map<String, URI> addresses = connectors(store).stream()
                .collect(Collectors.toMap(connector -> connector.contract().id(), connector -> address));
        return of(store, clock, new SourceSettings(null, addresses, Map.of()));
    }

    /// Of those connectors of the product that the settings give an address.
    public static TestIngestion of(TestStore store, SettableClock clock, SourceSettings settings) {
        return of(
                store,
                clock,
                connectors(store).stream()
                        .filter(connector -> settings.addresses()
                                .containsKey(connector.contract().id()))
                        .toList(),
                settings);
    }

    private static Collection<SourceConnector> connectors(TestStore store) {
        return store.context().getBeansOfType(SourceConnector.class).values();
    }

    public static TestIngestion of(
            TestStore store, SettableClock clock, List<SourceConnector> connectors, SourceSettings settings) {
        Fetcher fetcher = new Fetcher(clock, clock::step, Map.of());
        Connectors chosen = new Connectors(connectors, settings, SourceKeys.of(settings, clock));
        SourceStore stored = new SourceStore(store.get(JdbcClient.class));
        CatalogueInForce catalogue = store.get(CatalogueInForce.class);
        RequestFaults faults = new RequestFaults(store.get(JdbcClient.class));
        ObservationStore observations =
                new ObservationStore(store.get(JdbcClient.class), store.get(TransactionTemplate.class));
        SourceAnswers answers = new SourceAnswers(chosen, observations, store.facts(), catalogue, clock);
        AskedSources asked = new AskedSources(chosen, stored, true, clock);
        Ingestion ingestion = new Ingestion(
                chosen,
                fetcher,
                stored,
                faults,
                answers,
                store.imports(),
                store.get(PriceImports.class),
                store.get(SourceVerdicts.class),
                store.get(SourceDays.class),
                catalogue,
                asked,
                clock);
        ReleaseWatch watch =
                new ReleaseWatch(chosen, answers, stored, store.facts(), catalogue, ingestion, clock, SEED);
        return new TestIngestion(
                ingestion,
                new Backfill(answers, ingestion),
                watch,
                new SourceViews(chosen, asked, stored, watch, catalogue, clock),
                new SeriesViews(ingestion, answers, stored, faults, observations, store.facts(), catalogue),
                List.of(new SourceMeters(chosen, stored, clock), new SourceRequestMeters(chosen, ingestion.tally())),
                fetcher);
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
