package org.macroedge.server.surprises;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.ForecastClass;
import org.macroedge.server.surprises.view.ConsensusView;

/// How far, and how often in one direction, the consensus has missed an indicator. What nobody was asked for is no
/// consensus: nowcasts, models and what is computed from earlier figures are left out.
final class ConsensusRecord {

    private ConsensusRecord() {}

    static ConsensusView of(Indicator indicator, List<StandardisedSurprise> known) {
        double[] misses = known.stream()
                .filter(surprise -> surprise.forecastClass() == ForecastClass.SURVEYED)
                .map(StandardisedSurprise::z)
                .filter(Objects::nonNull)
                .mapToDouble(z -> indicator.polarity() * z)
                .toArray();
        if (misses.length == 0) {
            return new ConsensusView(0, null, null);
        }
        double mean = Arrays.stream(misses).sum() / misses.length;
        return new ConsensusView(misses.length, mean, sameDirection(misses, mean));
    }

    private static @Nullable Double sameDirection(double[] misses, double mean) {
        long missed = Arrays.stream(misses).filter(miss -> miss != 0).count();
        long same = Arrays.stream(misses).filter(miss -> miss * mean > 0).count();
        return missed == 0 ? null : (double) same / missed;
    }
}
