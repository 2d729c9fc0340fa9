package org.macroedge.engine.revision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.BoundedSigmaEstimator;
import org.macroedge.engine.surprise.SigmaEstimator;

/// Walks over the releases of one indicator, from one instant to the next, and keeps the figures that stand and the
/// scale of the revisions before.
final class RevisionWalk {

    private final PriorPeriod priorPeriod;
    private final SigmaEstimator scale;
    private final List<ObservedRelease> earlier = new ArrayList<>();
    private final List<List<Revision>> revisions = new ArrayList<>();

    RevisionWalk(Indicator indicator) {
        this.priorPeriod = new PriorPeriod(indicator);
        this.scale = new BoundedSigmaEstimator(indicator.sigmaFloor());
    }

    /// Measures the revisions of one instant by what was known before, then learns from all of them.
    void instant(List<ObservedRelease> together) {
        double sigma = scale.sigma();
        Double known = Double.isNaN(sigma) ? null : sigma;
        List<Revision> found = new ArrayList<>();
        for (ObservedRelease announcing : together) {
            int position = priorPeriod.position(earlier, announcing);
            BigDecimal stated = announcing.previous();
            if (position >= 0 && stated != null && areComparable(earlier.get(position), announcing)) {
                found.add(revision(announcing, position, stated, known));
            }
            earlier.add(announcing);
            revisions.add(new ArrayList<>());
        }
        found.forEach(revision -> scale.learn(revision.size().doubleValue()));
    }

    /// Sources round differently, so that a figure is compared with an earlier one of its own source alone.
    private static boolean areComparable(ObservedRelease revised, ObservedRelease announcing) {
        return !announcing.isSetAside() && revised.source().equals(announcing.source());
    }

    private Revision revision(ObservedRelease announcing, int position, BigDecimal stated, @Nullable Double sigma) {
        List<Revision> known = revisions.get(position);
        BigDecimal before = known.isEmpty()
                ? earlier.get(position).actual()
                : known.getLast().after();
        Revision revision = new Revision(announcing, before, stated, sigma, scale.count());
        known.add(revision);
        return revision;
    }

    /// Every release so far with its revisions, in the order of the releases.
    List<RevisedRelease> rows() {
        return IntStream.range(0, earlier.size())
                .mapToObj(index -> new RevisedRelease(earlier.get(index), revisions.get(index)))
                .toList();
    }
}
