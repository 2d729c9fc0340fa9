package org.macroedge.server.prices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.LongConsumer;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.home.DiskSpace;
import org.macroedge.server.prices.profile.PriceFileMessage;
import org.macroedge.server.prices.profile.PriceFileReader;
import org.macroedge.server.prices.profile.PriceProfile;
import org.macroedge.server.prices.profile.PriceProfile.SymbolFrom;
import org.macroedge.server.prices.profile.PriceRow;
import org.macroedge.server.prices.profile.SeriesFinder;
import org.macroedge.server.releases.importing.BatchKind;
import org.macroedge.server.releases.importing.FigureBatches;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.Numbers;
import org.macroedge.server.releases.intake.Finding;
import org.macroedge.server.releases.intake.ImportCounts;
import org.macroedge.server.releases.intake.RowOutcome;
import org.macroedge.server.releases.profile.CalendarFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Stores prices, each request as one batch and one transaction. `import undo` takes a batch back.
///
/// A price that the store has already is stated again, so that it outlives an undo of the batch that brought
/// it.
public final class PriceImports {

    /// Free space below which no import begins.
    private static final long SPACE = 64 * DiskSpace.MEGABYTE;

    private static final long SPACE_PER_ROW = 1_024;

    private final PriceStore store;
    private final BulkCopy copy;
    private final FigureBatches batches;
    private final CatalogueInForce catalogue;
    private final Clock clock;

    PriceImports(JdbcClient jdbc, BulkCopy copy, FigureBatches batches, CatalogueInForce catalogue, Clock clock) {
        this.store = new PriceStore(jdbc, copy);
        this.copy = copy;
        this.batches = batches;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// Imports files of prices. An import of nothing new leaves no batch.
    ///
    /// @throws MacroEdgeException with `file-fault` where a file is not what it should be; nothing is stored
    /// then
    public ImportOutcome run(PriceImportRequest request, ImportProgress progress) {
        PriceProfile profile = request.profile();
        if (request.instrument() != null && profile.symbolFrom() == SymbolFrom.INSTRUMENT) {
            throw PriceFileMessage.INSTRUMENT_IN_ROWS.exception();
        }
        Catalogue read = catalogue.current();
        copy.requireSpace(SPACE, "for an import");
        SeriesFinder finder = SeriesFinder.of(read, profile.source(), request.instrument());
        ReadPrices prices = new ReadPrices(progress);
        for (CalendarFile file : request.files()) {
            progress.reading(file.name());
            PriceFileReader.read(file, profile, finder, clock.instant(), prices);
        }
        FigureBatches.Origin origin = new FigureBatches.Origin(
                BatchKind.PRICE,
                request.profileName(),
                profile.source(),
                request.files().stream().map(CalendarFile::name).toList(),
                read,
                request.dryRun());
        return store(origin, prices, progress, store::recordChange);
    }

    /// Stores what a source gave, with the checks of an import of files. What is nothing new leaves no batch.
    public ImportOutcome run(FetchedPrices fetched, ImportProgress progress) {
        Catalogue read = catalogue.current();
        copy.requireSpace(SPACE, "for an import");
        ReadPrices prices = new ReadPrices(progress);
        fetched.deliver(clock.instant(), prices);
        FigureBatches.Origin origin = new FigureBatches.Origin(
                BatchKind.PRICE,
                fetched.source(),
                fetched.source(),
                List.of(fetched.request()),
                read,
                fetched.dryRun());
        return store(origin, prices, progress, batch -> {});
    }

    /// @param beside is told the batch in its transaction
    private ImportOutcome store(
            FigureBatches.Origin origin, ReadPrices prices, ImportProgress progress, LongConsumer beside) {
        progress.read(prices.read());
        copy.requireSpace(SPACE + prices.read() * SPACE_PER_ROW, "to import these rows");
        Map<PriceSeries, NavigableMap<LocalDate, PriceRow>> days = prices.days();
        return batches.store(origin, batch -> {
            Writing writing = new Writing(batch, origin.dryRun(), store.nextNumber());
            days.forEach((series, rows) -> {
                writing.take(series, rows, prices);
                progress.writing(writing.fresh);
            });
            beside.accept(batch);
            return writing.end(prices);
        });
    }

    /// One batch on its way into the store.
    private final class Writing {

        private final long batch;
        private final boolean dryRun;
        private final long first;
        private final Map<RowOutcome, Long> outcomes = new EnumMap<>(RowOutcome.class);
        private long fresh;

        Writing(long batch, boolean dryRun, long first) {
            this.batch = batch;
            this.dryRun = dryRun;
            this.first = first;
        }

        void take(PriceSeries series, NavigableMap<LocalDate, PriceRow> rows, ReadPrices prices) {
            SeriesKey key = SeriesKey.of(series);
            Vintages stored = store.vintages(key, store.stated(key.instrument(), PriceStore.always()));
            List<StoredPrice> added = new ArrayList<>();
            Numbers stated = Numbers.none();
            rows.forEach((date, row) -> {
                StoredPrice price = stored.stating(date, row.bar()).orElseGet(() -> add(row, added));
                stated.add(price.number());
                outcomes.merge(outcome(stored, price), 1L, Long::sum);
            });
            new PriceChecks(series, closes(stored), rows, prices.findings()).run(prices.closed(series));
            if (!dryRun && !stated.isEmpty()) {
                store.write(key, added);
                store.state(batch, key, stated);
            }
        }

        private StoredPrice add(PriceRow row, List<StoredPrice> added) {
            StoredPrice price = new StoredPrice(first + fresh++, row.date(), row.bar(), batch);
            added.add(price);
            return price;
        }

        private static RowOutcome outcome(Vintages stored, StoredPrice price) {
            return stored.latest(price.date())
                    .map(latest -> latest.number() == price.number() ? RowOutcome.UNCHANGED : RowOutcome.CORRECTED)
                    .orElse(RowOutcome.IMPORTED);
        }

        private static Map<LocalDate, Double> closes(Vintages stored) {
            Map<LocalDate, Double> closes = new HashMap<>();
            stored.days()
                    .forEach((date, day) ->
                            closes.put(date, day.getLast().price().bar().close().doubleValue()));
            return closes;
        }

        FigureBatches.Written end(ReadPrices prices) {
            outcomes.merge(RowOutcome.UNCHANGED, prices.repeated(), Long::sum);
            if (!dryRun) {
                store.numbersUntil(first + fresh);
            }
            List<Finding> findings = prices.findings().findings();
            boolean changes = outcomes.containsKey(RowOutcome.IMPORTED) || outcomes.containsKey(RowOutcome.CORRECTED);
            ImportCounts counts = ImportCounts.of(
                    prices.read(),
                    outcomes,
                    prices.ignored(),
                    prices.unmapped(),
                    prices.faults().size(),
                    0,
                    findings);
            return new FigureBatches.Written(changes, counts, prices.faults(), findings);
        }
    }
}
