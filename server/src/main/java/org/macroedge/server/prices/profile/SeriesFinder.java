package org.macroedge.server.prices.profile;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.engine.vocabulary.InstrumentId;
import org.macroedge.engine.vocabulary.SessionDays;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.platform.error.MacroEdgeException;

/// Finds the series to which a symbol of a source belongs.
///
/// @param named the instrument to which files belong that do not name one; null where the catalogue says it
public record SeriesFinder(
        Catalogue catalogue, String source, @Nullable Instrument named) {

    /// The finder of an import.
    ///
    /// @param instrument an id in any case; null where none is named
    /// @throws MacroEdgeException with `unknown-instrument`
    public static SeriesFinder of(Catalogue catalogue, String source, @Nullable String instrument) {
        return new SeriesFinder(
                catalogue, source, instrument == null ? null : catalogue.demandedInstrument(instrument));
    }

    /// The series of a file's symbol.
    ///
    /// @throws MacroEdgeException with `file-fault` where no instrument has it, or another than the one named
    PriceSeries ofSymbol(String file, String symbol) {
        Optional<PriceSeries> declared = declared(symbol);
        if (declared.isEmpty()) {
            if (named == null) {
                throw PriceFileMessage.UNKNOWN_SYMBOL.exception(file, symbol, source);
            }
            return ofInstrument(named);
        }
        InstrumentId instrument = declared.get().instrument();
        if (named != null && !named.id().equals(instrument)) {
            throw PriceFileMessage.OTHER_INSTRUMENT.exception(file, symbol, instrument, named.id());
        }
        return declared.get();
    }

    /// The series of an instrument that a row names; empty where the catalogue has no such instrument.
    Optional<PriceSeries> ofInstrument(String id) {
        return catalogue.instrument(id).map(this::ofInstrument);
    }

    /// The series whose symbol is the instrument's own id, declared or not.
    private PriceSeries ofInstrument(Instrument instrument) {
        String id = instrument.id().value();
        return declared(id)
                .filter(series -> series.instrument().equals(instrument.id()))
                .orElseGet(() ->
                        PriceSeries.undeclared(instrument.id(), source, id, SessionDays.of(instrument.assetClass())));
    }

    private Optional<PriceSeries> declared(String symbol) {
        return declared(catalogue, source, symbol);
    }

    /// The series that a catalogue declares for a symbol of a source, in any case.
    public static Optional<PriceSeries> declared(Catalogue catalogue, String source, String symbol) {
        List<PriceSeries> all = catalogue.prices();
        return all.stream()
                .filter(series ->
                        series.source().equals(source) && series.symbol().equalsIgnoreCase(symbol))
                .findFirst();
    }
}
