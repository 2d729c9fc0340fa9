package org.macroedge.server.prices;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.time.Instants;
import org.macroedge.server.prices.view.PriceHistory;
import org.macroedge.server.prices.view.PricePoint;
import org.macroedge.server.prices.view.PriceSeriesItem;
import org.macroedge.server.prices.view.PriceSeriesList;

/// Answers about prices from what was stored at one record time. An answer has no close that is made after its
/// `asOf`.
public final class PriceAnswers {

    private final PriceStore store;
    private final Catalogue catalogue;
    private final Instant recordedAt;
    private final Clock clock;

    PriceAnswers(PriceStore store, Catalogue catalogue, Instant recordedAt, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.recordedAt = recordedAt;
        this.clock = clock;
    }

    /// Every series that has a close at an instant, by instrument in the order of every table, then of
    /// preference.
    ///
    /// @param asOf null for now
    public PriceSeriesList list(@Nullable Instant asOf) {
        return new PriceSeriesList(known(asOf, store.stated(recordedAt), instrument -> true).stream()
                .map(KnownSeries::item)
                .toList());
    }

    /// The closes of an instrument in a period, of the series that is preferred among those that have a close,
    /// or of the one that is asked for.
    ///
    /// @param asOf null for now
    /// @param from its date in UTC is the first trading date; null for a year before the last
    /// @param to its date in UTC is the last trading date; null for the last known
    /// @param source of the series; null for any
    /// @throws MacroEdgeException with `unknown-instrument`, or `invalid-instant` for a period that ends before
    /// it starts
    public PriceHistory history(
            String id, @Nullable Instant asOf, @Nullable Instant from, @Nullable Instant to, @Nullable String source) {
        Instrument instrument = catalogue.demandedInstrument(id);
        if (from != null && to != null) {
            Instants.checkPeriod(from, to);
        }
        List<KnownSeries> known = series(instrument, asOf);
        KnownSeries chosen = known.stream()
                .filter(series -> source == null || series.item().source().equalsIgnoreCase(source))
                .findFirst()
                .orElse(null);
        return new PriceHistory(
                instrument.id().value(),
                instrument.name(),
                chosen == null ? null : chosen.item(),
                chosen == null ? List.of() : points(chosen, from, to),
                known.stream()
                        .filter(series -> series != chosen)
                        .map(KnownSeries::item)
                        .toList());
    }

    private List<KnownSeries> series(Instrument instrument, @Nullable Instant asOf) {
        return known(asOf, store.stated(instrument.id().value(), recordedAt), instrument::equals);
    }

    private static List<PricePoint> points(KnownSeries series, @Nullable Instant from, @Nullable Instant to) {
        LocalDate last = to == null ? series.item().last() : date(to);
        LocalDate first = from == null ? last.minusYears(1) : date(from);
        return series.points().stream()
                .filter(point -> !point.date().isBefore(first) && !point.date().isAfter(last))
                .toList();
    }

    private static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /// @param id null for every instrument
    /// @throws MacroEdgeException with `unknown-instrument`
    public void check(@Nullable String id) {
        if (id != null) {
            catalogue.demandedInstrument(id);
        }
    }

    /// Every close of every series, or of those of one instrument, that is made at an instant: for an export,
    /// one series at a time.
    ///
    /// @param id null for every instrument
    /// @param asOf null for now
    /// @throws MacroEdgeException with `unknown-instrument`
    public Stream<PriceRecord> records(
            @Nullable String id, @Nullable Instant asOf, @Nullable Instant from, @Nullable Instant to) {
        List<Instrument> instruments = id == null ? catalogue.instruments() : List.of(catalogue.demandedInstrument(id));
        LocalDate first = from == null ? LocalDate.MIN : date(from);
        LocalDate last = to == null ? LocalDate.MAX : date(to);
        return instruments.stream()
                .flatMap(instrument -> series(instrument, asOf).stream())
                .flatMap(series -> series.points().stream()
                        .filter(point ->
                                !point.date().isBefore(first) && !point.date().isAfter(last))
                        .map(point -> new PriceRecord(series.item(), point)));
    }

    /// A close with its series.
    public record PriceRecord(PriceSeriesItem series, PricePoint point) {}

    private List<KnownSeries> known(@Nullable Instant asOf, List<StatedPrices> stated, Predicate<Instrument> wanted) {
        Instant until = asOf == null ? clock.instant() : asOf;
        Map<SeriesKey, List<StatedPrices>> byKey = new HashMap<>();
        stated.forEach(batch ->
                byKey.computeIfAbsent(batch.series(), key -> new ArrayList<>()).add(batch));
        List<KnownSeries> known = new ArrayList<>();
        for (Instrument instrument :
                catalogue.instruments().stream().filter(wanted).toList()) {
            String id = instrument.id().value();
            byKey.entrySet().stream()
                    .filter(series -> series.getKey().instrument().equals(id))
                    .sorted(Map.Entry.comparingByKey(preference()))
                    .map(series -> KnownSeries.of(
                            catalogue,
                            instrument,
                            series.getKey(),
                            store.vintages(series.getKey(), series.getValue()),
                            until))
                    .filter(series -> !series.points().isEmpty())
                    .forEach(known::add);
        }
        return known;
    }

    /// The order of the catalogue; series that it does not declare come last.
    private Comparator<SeriesKey> preference() {
        List<SeriesKey> declared =
                catalogue.prices().stream().map(SeriesKey::of).toList();
        return Comparator.comparing((SeriesKey key) -> {
                    int place = declared.indexOf(key);
                    return place < 0 ? Integer.MAX_VALUE : place;
                })
                .thenComparing(SeriesKey::source)
                .thenComparing(SeriesKey::symbol);
    }
}
