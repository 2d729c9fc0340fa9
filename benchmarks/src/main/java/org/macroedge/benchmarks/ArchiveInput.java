package org.macroedge.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;

/// A calendar archive as the product exported it, with the catalogue's indicators, instruments and `default` weights.
///
/// @param surprises per indicator, ascending by release instant
/// @param seconds every release instant and every close, 22:00 UTC from Monday to Friday, of the years from the first
/// release to the last; ascending, each once
public record ArchiveInput(
        List<Indicator> indicators,
        List<Instrument> instruments,
        WeightSet weights,
        Map<IndicatorId, List<StandardisedSurprise>> surprises,
        long[] seconds) {

    /// Reads the output of `macro-edge export surprises` and a catalogue folder.
    ///
    /// @throws IllegalArgumentException where a line is not one of that export or names an unknown indicator
    public static ArchiveInput read(Path surprises, Path catalogue) {
        Catalogue known = CatalogueLoader.load(catalogue);
        Map<IndicatorId, List<StandardisedSurprise>> byIndicator = new LinkedHashMap<>();
        try {
            List<String> lines = Files.readAllLines(surprises);
            for (int row = 1; row < lines.size(); row++) {
                StandardisedSurprise one = SurpriseLine.read(lines.get(row), row);
                byIndicator
                        .computeIfAbsent(one.release().indicator(), id -> new ArrayList<>())
                        .add(one);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("cannot read the exported surprises " + surprises, fault);
        }
        byIndicator.keySet().forEach(id -> require(known, id));
        return new ArchiveInput(
                known.indicators(),
                known.instruments(),
                known.weightSet("default").orElseThrow(),
                byIndicator,
                Instants.releasesAndCloses(byIndicator.values()));
    }

    private static void require(Catalogue known, IndicatorId id) {
        if (known.indicator(id.value()).isEmpty()) {
            throw new IllegalArgumentException("the catalogue holds no indicator " + id + " of the exported surprises");
        }
    }

    /// The model of the whole archive.
    public BiasModel model() {
        return new BiasModel(indicators, instruments, weights, surprises, Map.of());
    }

    /// The archive as often as asked, one after another, with no indicator ending, so that every repetition does the
    /// same work.
    ///
    /// @param times from 1
    public ArchiveInput repeated(int times) {
        long[] all = LongStream.range(0, times)
                .flatMap(at -> LongStream.of(seconds).map(second -> second + at * Repetition.SECONDS))
                .toArray();
        Map<IndicatorId, List<StandardisedSurprise>> repeated = new LinkedHashMap<>();
        surprises.forEach((id, series) -> repeated.put(id, Repetition.of(series, times)));
        return new ArchiveInput(
                indicators.stream().map(Repetition::withoutEnd).toList(), instruments, weights, repeated, all);
    }
}
