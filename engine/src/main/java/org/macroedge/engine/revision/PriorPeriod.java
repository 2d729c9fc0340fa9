package org.macroedge.engine.revision;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Frequency;

/// Which earlier release the previous figure of a release speaks of.
///
/// Where a release declares its period, it is the last release that declares the period before. Otherwise it is the
/// release before, unless both declare periods, or it is more than one and a half periods older, so that a release
/// between them is missing. An inferred period does not decide, and a release that a person set aside is passed over.
final class PriorPeriod {

    /// In periods: more than the usual delays, less than the two of a missing one.
    private static final double FURTHEST = 1.5;

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
            LocalDate wanted =
                    indicator.frequency().before(indicator.frequency().firstDay(declared), 1);
            int named = last(earlier, release -> isOf(wanted, release));
            if (named != NONE) {
                return named;
            }
        }
        int last = last(earlier, release -> true);
        boolean otherPeriod = decides && last != NONE && earlier.get(last).declaredPeriod() != null;
        return last == NONE || otherPeriod || isFar(earlier.get(last), announcing) ? NONE : last;
    }

    /// The position of the last release of some that was not set aside; −1 without any.
    private static int last(List<ObservedRelease> earlier, Predicate<ObservedRelease> some) {
        for (int index = earlier.size() - 1; index >= 0; index--) {
            if (!earlier.get(index).isSetAside() && some.test(earlier.get(index))) {
                return index;
            }
        }
        return NONE;
    }

    private boolean isOf(LocalDate firstDay, ObservedRelease release) {
        LocalDate period = release.declaredPeriod();
        return period != null && indicator.frequency().firstDay(period).equals(firstDay);
    }

    private boolean isFar(ObservedRelease before, ObservedRelease announcing) {
        double days =
                Duration.between(before.releasedAt(), announcing.releasedAt()).toHours() / 24.0;
        return days > FURTHEST * indicator.periodDays(announcing.releasedAt().getEpochSecond());
    }
}
