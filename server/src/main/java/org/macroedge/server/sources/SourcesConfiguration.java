package org.macroedge.server.sources;

import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.jobs.Job;
import org.macroedge.server.jobs.Task;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.prices.PriceImports;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.releases.importing.Imports;
import org.macroedge.server.releases.verdicts.SourceDays;
import org.macroedge.server.releases.verdicts.SourceVerdicts;
import org.macroedge.server.sources.abs.AbsConfiguration;
import org.macroedge.server.sources.bea.BeaConfiguration;
import org.macroedge.server.sources.bis.BisConfiguration;
import org.macroedge.server.sources.bls.BlsConfiguration;
import org.macroedge.server.sources.boc.BankOfCanadaConfiguration;
import org.macroedge.server.sources.boe.BankOfEnglandConfiguration;
import org.macroedge.server.sources.bundesbank.BundesbankConfiguration;
import org.macroedge.server.sources.census.CensusConfiguration;
import org.macroedge.server.sources.dbnomics.DbnomicsConfiguration;
import org.macroedge.server.sources.ecb.EcbConfiguration;
import org.macroedge.server.sources.ecb.EcbRatesConfiguration;
import org.macroedge.server.sources.eurostat.EurostatConfiguration;
import org.macroedge.server.sources.fetch.Fetcher;
import org.macroedge.server.sources.fetch.Pause;
import org.macroedge.server.sources.finnhub.FinnhubConfiguration;
import org.macroedge.server.sources.fmp.FmpConfiguration;
import org.macroedge.server.sources.forexfactory.ForexFactoryConfiguration;
import org.macroedge.server.sources.fred.FredConfiguration;
import org.macroedge.server.sources.imf.ImfConfiguration;
import org.macroedge.server.sources.keys.SourceKeys;
import org.macroedge.server.sources.nyfed.NewYorkFedConfiguration;
import org.macroedge.server.sources.oecd.OecdConfiguration;
import org.macroedge.server.sources.ons.OnsConfiguration;
import org.macroedge.server.sources.series.ObservationStore;
import org.macroedge.server.sources.statcan.StatCanConfiguration;
import org.macroedge.server.sources.stooq.StooqConfiguration;
import org.macroedge.server.sources.tradingeconomics.TradingEconomicsConfiguration;
import org.macroedge.server.sources.treasury.TreasuryConfiguration;
import org.macroedge.server.sources.yahoo.YahooConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The beans that fetch from sources. Each source has a configuration of its own, which is listed here.
@Configuration(proxyBeanMethods = false)
@Import({
    SourcesController.class,
    ForexFactoryConfiguration.class,
    AbsConfiguration.class,
    BankOfCanadaConfiguration.class,
    BankOfEnglandConfiguration.class,
    BisConfiguration.class,
    BlsConfiguration.class,
    BeaConfiguration.class,
    BundesbankConfiguration.class,
    CensusConfiguration.class,
    DbnomicsConfiguration.class,
    EcbConfiguration.class,
    EcbRatesConfiguration.class,
    EurostatConfiguration.class,
    FinnhubConfiguration.class,
    FmpConfiguration.class,
    FredConfiguration.class,
    ImfConfiguration.class,
    NewYorkFedConfiguration.class,
    OecdConfiguration.class,
    OnsConfiguration.class,
    StatCanConfiguration.class,
    StooqConfiguration.class,
    TreasuryConfiguration.class,
    TradingEconomicsConfiguration.class,
    YahooConfiguration.class
})
public class SourcesConfiguration {

    @Bean
    Fetcher fetcher(Clock clock) {
        return new Fetcher(clock, Pause.by(clock), System.getenv());
    }

    @Bean
    Connectors connectors(List<SourceConnector> connectors, Settings settings, Clock clock) {
        List<String> known =
                connectors.stream().map(connector -> connector.contract().id()).toList();
        return new Connectors(connectors, settings.sources().checked(known), SourceKeys.of(settings.sources(), clock));
    }

    @Bean
    SourceAnswers sourceAnswers(
            Connectors connectors,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            ReleaseReader facts,
            CatalogueInForce catalogue,
            Clock clock) {
        return new SourceAnswers(connectors, new ObservationStore(jdbc, transactions), facts, catalogue, clock);
    }

    @Bean
    Ingestion ingestion(
            Connectors connectors,
            Fetcher fetcher,
            JdbcClient jdbc,
            SourceAnswers answers,
            Imports imports,
            PriceImports prices,
            SourceVerdicts verdicts,
            SourceDays days,
            CatalogueInForce catalogue,
            AskedSources asked,
            Clock clock) {
        return new Ingestion(
                connectors,
                fetcher,
                new SourceStore(jdbc),
                new RequestFaults(jdbc),
                answers,
                imports,
                prices,
                verdicts,
                days,
                catalogue,
                asked,
                clock);
    }

    @Bean
    @InRole(ServerRole.INGESTION)
    SourceMeters sourceMeters(Connectors connectors, JdbcClient jdbc, Clock clock) {
        return new SourceMeters(connectors, new SourceStore(jdbc), clock);
    }

    @Bean
    @ServerOnly
    SourceRequestMeters sourceRequestMeters(Connectors connectors, Ingestion ingestion) {
        return new SourceRequestMeters(connectors, ingestion.tally());
    }

    @Bean
    Backfill backfill(SourceAnswers answers, Ingestion ingestion) {
        return new Backfill(answers, ingestion);
    }

    @Bean
    ReleaseWatch releaseWatch(
            Connectors connectors,
            SourceAnswers answers,
            JdbcClient jdbc,
            ReleaseReader facts,
            CatalogueInForce catalogue,
            Ingestion ingestion,
            Clock clock) {
        long seed = new SplittableRandom().nextLong();
        return new ReleaseWatch(connectors, answers, new SourceStore(jdbc), facts, catalogue, ingestion, clock, seed);
    }

    @Bean
    Job dailyMacroIngestion(Ingestion ingestion) {
        return IngestionJob.of(ingestion);
    }

    @Bean
    AskedSources askedSources(Connectors connectors, JdbcClient jdbc, Settings settings, Clock clock) {
        return new AskedSources(
                connectors, new SourceStore(jdbc), settings.roles().contains(ServerRole.INGESTION), clock);
    }

    /// With its first run, a server tells others at its start; keys of a vault can change later.
    @Bean
    @InRole(ServerRole.INGESTION)
    Task noteAskedSources(AskedSources asked) {
        return new Task("note-asked-sources", AskedSources.NOTES_EVERY, asked::note);
    }

    @Bean
    SourceViews sourceViews(
            Connectors connectors,
            AskedSources asked,
            JdbcClient jdbc,
            ReleaseWatch watch,
            CatalogueInForce catalogue,
            Clock clock) {
        return new SourceViews(connectors, asked, new SourceStore(jdbc), watch, catalogue, clock);
    }

    @Bean
    SeriesViews seriesViews(
            Ingestion ingestion,
            SourceAnswers answers,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            ReleaseReader facts,
            CatalogueInForce catalogue) {
        return new SeriesViews(
                ingestion,
                answers,
                new SourceStore(jdbc),
                new RequestFaults(jdbc),
                new ObservationStore(jdbc, transactions),
                facts,
                catalogue);
    }
}
