package org.macroedge.server.prices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.macroedge.server.prices.profile.Bar;

/// The prices of a series by date, with their corrections. The first that was recorded of a day counts from the
/// close of the day on; another one of the same day is a correction, which counts from its own record time on.
record Vintages(NavigableMap<LocalDate, List<Vintage>> days) {

    /// What was recorded of a day.
    record Vintage(StoredPrice price, Instant recordedAt) {}

    /// @param prices of the series, in any order
    /// @param stated by the batches in force
    static Vintages of(Collection<StoredPrice> prices, Collection<StatedPrices> stated) {
        Map<Long, StoredPrice> byNumber = new HashMap<>();
        prices.forEach(price -> byNumber.put(price.number(), price));
        NavigableMap<LocalDate, List<Vintage>> days = new TreeMap<>();
        stated.stream()
                .sorted(Comparator.comparing(StatedPrices::recordedAt))
                .forEach(batch -> batch.prices().stream()
                        .mapToObj(byNumber::get)
                        .forEach(price -> add(days, new Vintage(price, batch.recordedAt()))));
        return new Vintages(days);
    }

    private static void add(Map<LocalDate, List<Vintage>> days, Vintage vintage) {
        List<Vintage> day = days.computeIfAbsent(vintage.price().date(), date -> new ArrayList<>(1));
        if (day.isEmpty() || day.getLast().price().number() != vintage.price().number()) {
            day.add(vintage);
        }
    }

    /// What is known of a day at an instant, by which its close is made: the last correction until then, or
    /// else what was recorded first.
    static Vintage known(List<Vintage> day, Instant asOf) {
        for (Vintage vintage : day.reversed()) {
            if (!vintage.recordedAt().isAfter(asOf)) {
                return vintage;
            }
        }
        return day.getFirst();
    }

    /// The price of a day with these figures, whichever vintage it is.
    Optional<StoredPrice> stating(LocalDate date, Bar bar) {
        return days.getOrDefault(date, List.of()).stream()
                .map(Vintage::price)
                .filter(price -> price.bar().equals(bar))
                .findFirst();
    }

    /// What counts of a day now; empty where nothing does.
    Optional<StoredPrice> latest(LocalDate date) {
        List<Vintage> day = days.get(date);
        return day == null ? Optional.empty() : Optional.of(day.getLast().price());
    }
}
