package org.macroedge.server.prices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.engine.vocabulary.SessionDays;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.Source;
import org.macroedge.server.prices.profile.Bar;
import org.macroedge.server.prices.profile.SeriesFinder;
import org.macroedge.server.prices.view.PricePoint;
import org.macroedge.server.prices.view.PriceSeriesItem;

/// A series as it is known at an instant, in the orientation of its instrument.
///
/// @param points ascending; the item is of no meaning where there is none
record KnownSeries(PriceSeries series, String attribution, List<PricePoint> points) {

    static KnownSeries of(Catalogue catalogue, Instrument instrument, SeriesKey key, Vintages stored, Instant asOf) {
        PriceSeries series = SeriesFinder.declared(catalogue, key.source(), key.symbol())
                .filter(declared -> declared.instrument().equals(instrument.id()))
                .orElseGet(() -> PriceSeries.undeclared(
                        instrument.id(), key.source(), key.symbol(), SessionDays.of(instrument.assetClass())));
        String attribution = catalogue.sources().stream()
                .filter(source -> source.id().equals(key.source()))
                .findFirst()
                .map(Source::terms)
                .map(Source.Terms::attribution)
                .orElse("");
        List<PricePoint> points = stored.days().entrySet().stream()
                .filter(day -> !series.closeAt(day.getKey()).isAfter(asOf))
                .map(day -> point(series, day, asOf))
                .toList();
        return new KnownSeries(series, attribution, points);
    }

    private static PricePoint point(
            PriceSeries series, Map.Entry<LocalDate, List<Vintages.Vintage>> day, Instant asOf) {
        Vintages.Vintage known = Vintages.known(day.getValue(), asOf);
        Bar given = known.price().bar();
        Bar bar = series.inverted() ? given.inverted() : given;
        return new PricePoint(
                day.getKey(),
                series.closeAt(day.getKey()),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                known != day.getValue().getFirst(),
                known.price().batch());
    }

    PriceSeriesItem item() {
        LocalDate last = points.getLast().date();
        return new PriceSeriesItem(
                series.instrument().value(),
                series.source(),
                attribution,
                series.symbol(),
                series.inverted(),
                series.quote().code(),
                series.unit(),
                series.days().code(),
                close(last),
                points.size(),
                points.getFirst().date(),
                last,
                points.getLast().closeAt());
    }

    private @Nullable String close(LocalDate date) {
        return series.closes().stream()
                .filter(close -> close.covers(date))
                .findFirst()
                .map(close -> close.time() + " " + close.zone())
                .orElse(null);
    }
}
