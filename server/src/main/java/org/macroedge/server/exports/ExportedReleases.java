package org.macroedge.server.exports;

import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.NearestIndicators;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.UnknownName;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.platform.time.Instants;

/// Which releases an export has.
///
/// @param indicator the id of one; null for all
/// @param region null for all
/// @param instrument the id of one of whose bias the indicator has a weight in weight set `default`; null for all
/// @param from leaves out what came before; null for the first
/// @param to leaves out what came after; null for the last
public record ExportedReleases(
        @Nullable String indicator,
        @Nullable Region region,
        @Nullable String instrument,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final ExportedReleases ALL = new ExportedReleases(null, null, null, null, null);

    /// The same without a first and a last instant.
    public ExportedReleases ofAllTimes() {
        return new ExportedReleases(indicator, region, instrument, null, null);
    }

    /// Whether a release is one of them.
    ///
    /// @param asOf later releases are none; null for no end
    /// @throws MacroEdgeException with `unknown-indicator` or `unknown-instrument`; with `invalid-instant`
    /// where it ends before it starts
    Predicate<ObservedRelease> of(Catalogue catalogue, @Nullable Instant asOf) {
        Instant end = asOf == null || to != null && to.isBefore(asOf) ? to : asOf;
        if (from != null && end != null) {
            Instants.checkPeriod(from, end);
        }
        Predicate<Indicator> wanted = wanted(catalogue);
        boolean any = indicator == null && region == null && instrument == null;
        return release -> (from == null || !release.releasedAt().isBefore(from))
                && (end == null || !release.releasedAt().isAfter(end))
                && (any
                        || catalogue
                                .indicator(release.indicator().value())
                                .filter(wanted)
                                .isPresent());
    }

    private Predicate<Indicator> wanted(Catalogue catalogue) {
        Indicator one = indicator == null
                ? null
                : catalogue
                        .indicator(indicator)
                        .orElseThrow(() -> UnknownName.indicator(
                                indicator, NearestIndicators.to(indicator, catalogue.indicators())));
        Instrument weighed = instrument == null ? null : catalogue.demandedInstrument(instrument);
        WeightSet weights = weighed == null ? null : catalogue.demandedWeightSet(WeightedQuery.DEFAULT);
        return known -> (one == null || known.equals(one))
                && (region == null || known.region() == region)
                && (weighed == null || weights == null || weights.weighs(weighed, known));
    }
}
