package org.macroedge.server.correlation;

import java.util.Arrays;
import java.util.List;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.NearestIndicators;
import org.macroedge.server.indices.IndexAnswers;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.UnknownName;

/// Finds what is correlated by its id, and its name.
record CorrelatedNames(Catalogue catalogue, IndexAnswers indices) {

    /// An id with its name for readers.
    record Named(String id, String name) {}

    /// The ids of a pair, in the order asked for; both may be the same.
    ///
    /// @param pair two ids with a comma between them; of instruments in any case, of indices also aliases
    /// @throws MacroEdgeException with `unknown-instrument`, `unknown-index` or `unknown-indicator`
    List<String> pair(CorrelationKind kind, String pair) {
        return Arrays.stream(pair.split(",")).map(id -> find(kind, id).id()).toList();
    }

    /// @throws MacroEdgeException with `unknown-instrument`, `unknown-index` or `unknown-indicator`
    Named find(CorrelationKind kind, String id) {
        return switch (kind) {
            case BIAS, PRICE -> {
                Instrument instrument = catalogue.demandedInstrument(id);
                yield new Named(instrument.id().value(), instrument.name());
            }
            case INDEX -> new Named(indices.index(id).id(), indices.index(id).name());
            case SURPRISE -> {
                Indicator indicator = catalogue
                        .indicator(id)
                        .orElseThrow(() -> UnknownName.indicator(id, NearestIndicators.to(id, catalogue.indicators())));
                yield new Named(indicator.id().value(), indicator.name());
            }
        };
    }
}
