package org.macroedge.server.catalogue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.engine.vocabulary.InstrumentId;
import org.macroedge.engine.vocabulary.QuoteKind;
import org.macroedge.engine.vocabulary.SessionDays;

/// Reads the series of prices of the catalogue. A symbol of a source belongs to one instrument, in upper or
/// lower case.
final class PriceSeriesReader {

    private final List<Instrument> instruments;
    private final Set<List<String>> symbols = new HashSet<>();

    /// @param instruments whose class gives the days of a series that declares none
    PriceSeriesReader(List<Instrument> instruments) {
        this.instruments = instruments;
    }

    PriceSeries read(YamlEntry entry) {
        YamlEntry symbol = entry.field("symbol");
        String source = entry.field("source").text();
        if (!symbols.add(List.of(source, symbol.text().toLowerCase(Locale.ROOT)))) {
            throw symbol.failure(CatalogueMessage.DUPLICATE_SYMBOL, symbol.text(), source);
        }
        InstrumentId instrument = entry.field("instrument").as(InstrumentId::new, "an instrument id like EURUSD");
        return new PriceSeries(
                instrument,
                source,
                symbol.text(),
                isTrue(entry.fields().get("inverted")),
                orElse(entry.fields().get("quote"), QuoteKind.PRICE),
                entry.field("unit").text(),
                isTrue(entry.fields().get("nonPositive")),
                days(entry.fields().get("days"), instrument),
                closes(entry.fields().get("close")));
    }

    private static boolean isTrue(@Nullable YamlEntry flag) {
        return flag != null && flag.text().equals("true");
    }

    private static QuoteKind orElse(@Nullable YamlEntry quote, QuoteKind other) {
        return quote == null ? other : quote.as(QuoteKind::ofCode, "price or yield");
    }

    private SessionDays days(@Nullable YamlEntry days, InstrumentId instrument) {
        if (days != null) {
            return days.as(SessionDays::ofCode, "weekdays or daily");
        }
        return instruments.stream()
                .filter(known -> known.id().equals(instrument))
                .findFirst()
                .map(known -> SessionDays.of(known.assetClass()))
                .orElse(SessionDays.WEEKDAYS);
    }

    private static List<PriceSeries.Close> closes(@Nullable YamlEntry list) {
        List<PriceSeries.Close> closes = new ArrayList<>();
        for (YamlEntry entry : list == null ? List.<YamlEntry>of() : list.entries()) {
            PriceSeries.Close close = new PriceSeries.Close(
                    entry.field("time").as(LocalTime::parse, "a time like 16:00"),
                    entry.field("zone").as(ZoneId::of, "a time zone like Europe/London"),
                    entry.optional("from", YamlEntry::date),
                    entry.optional("to", YamlEntry::date));
            if (!closes.isEmpty() && !follows(closes.getLast().to(), close.from())) {
                throw entry.failure(CatalogueMessage.TIMES_OVERLAP);
            }
            closes.add(close);
        }
        return closes;
    }

    private static boolean follows(@Nullable LocalDate end, @Nullable LocalDate start) {
        return end != null && start != null && start.isAfter(end);
    }
}
