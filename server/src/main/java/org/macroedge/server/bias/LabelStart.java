package org.macroedge.server.bias;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.engine.bias.BiasPoints;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.server.surprises.HistoryGrid;
import org.macroedge.server.surprises.HistoryInstants;

/// Since when an instrument has its label.
///
/// Labels are compared at the daily closes and at every release instant, a year at a time and backwards, and
/// between the two instants at which it differs the second is searched. A label that came and went between two
/// such instants is not seen.
final class LabelStart {

    private static final int DAYS_AT_ONCE = 365;

    private LabelStart() {}

    /// The last second at which the label was another than at an instant. Where it never was, the second before
    /// the first release; where there is none, the instant itself.
    ///
    /// @param releases every release, ascending
    static Instant before(BiasModel model, int instrument, List<ObservedRelease> releases, Instant to) {
        if (releases.isEmpty() || releases.getFirst().releasedAt().isAfter(to)) {
            return to;
        }
        Instant beginning = releases.getFirst().releasedAt().minusSeconds(1);
        @Nullable Label label = model.at(instrument, to).label();
        Instant same = to;
        while (same.isAfter(beginning)) {
            Instant from = same.minus(DAYS_AT_ONCE, ChronoUnit.DAYS);
            List<Instant> instants = instants(releases, from.isBefore(beginning) ? beginning : from, same);
            BiasPoints points = points(model, instrument, instants);
            for (int index = instants.size() - 1; index >= 0; index--) {
                if (!Objects.equals(points.at(index).label(), label)) {
                    return lastOther(model, instrument, label, instants.get(index), same);
                }
                same = instants.get(index);
            }
        }
        return beginning;
    }

    private static BiasPoints points(BiasModel model, int instrument, List<Instant> instants) {
        return model.points(
                        new int[] {instrument},
                        instants.stream().mapToLong(Instant::getEpochSecond).toArray())
                .getFirst();
    }

    /// @return ascending, the start among them
    private static List<Instant> instants(List<ObservedRelease> releases, Instant from, Instant to) {
        return Stream.of(
                        Stream.of(from),
                        HistoryInstants.of(HistoryGrid.CLOSE, from, to, releases).stream(),
                        HistoryInstants.of(HistoryGrid.RELEASE, from, to, releases).stream())
                .flatMap(part -> part)
                .filter(instant -> instant.isBefore(to))
                .sorted()
                .distinct()
                .toList();
    }

    private static Instant lastOther(
            BiasModel model, int instrument, @Nullable Label label, Instant other, Instant same) {
        Instant last = other;
        Instant first = same;
        while (last.plusSeconds(1).isBefore(first)) {
            Instant middle = last.plusSeconds(last.until(first, ChronoUnit.SECONDS) / 2);
            if (Objects.equals(model.at(instrument, middle).label(), label)) {
                first = middle;
            } else {
                last = middle;
            }
        }
        return last;
    }
}
