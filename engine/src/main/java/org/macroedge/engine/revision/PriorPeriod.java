package org.macroedge.engine.revision;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Frequency;

/// Which earlier release the previous figure of a release speaks of.
///
/// Where a release declares its period, it is the last release that declares the period before. Otherwise it is the
/// release before, unless both declare periods, or it is more than one and a half periods older, so that a release
/// between them is missing. An inferred period does not decide.
final class PriorPeriod {

    /// In periods: more than the usual delays, less than the two of a missing one.
    private static final double FURTHEST = 1.5;

    private static final int MONTHS_OF_QUARTER = 3;
    private static final int NONE = -1;

    private final Indicator indicator;

    PriorPeriod(Indicator indicator) {
        this.indicator = indicator;
    }

    /// The position of the release of the period before; −1 where none is known.
    ///
    /// @param earlier in the order of the engine
    int position(List<ObservedRelease> earlier, ObservedRelease announcing) {
        LocalDate declared = announcing.declaredPeriod();
        boolean decides = declared != null && indicator.frequency() != Frequency.IRREGULAR;
        if (declared != null && decides) {
            LocalDate wanted = before(declared);
            for (int index = earlier.size() - 1; index >= 0; index--) {
                LocalDate period = earlier.get(index).declaredPeriod();
                if (period != null && indicator.frequency().firstDay(period).equals(wanted)) {
                    return index;
                }
            }
        }
        int last = earlier.size() - 1;
        boolean otherPeriod = decides && last >= 0 && earlier.get(last).declaredPeriod() != null;
        return last < 0 || otherPeriod || isFar(earlier.get(last), announcing) ? NONE : last;
    }

    private LocalDate before(LocalDate period) {
        LocalDate first = indicator.frequency().firstDay(period);
        return switch (indicator.frequency()) {
            case WEEKLY -> first.minusWeeks(1);
            case MONTHLY -> first.minusMonths(1);
            case QUARTERLY -> first.minusMonths(MONTHS_OF_QUARTER);
            case IRREGULAR -> first;
        };
    }

    private boolean isFar(ObservedRelease before, ObservedRelease announcing) {
        double days =
                Duration.between(before.releasedAt(), announcing.releasedAt()).toHours() / 24.0;
        return days > FURTHEST * indicator.periodDays(announcing.releasedAt().getEpochSecond());
    }
}
