package org.macroedge.engine.regime;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.PreviousRefersTo;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.engine.vocabulary.Stage;

/// Indicators and monthly releases for the tests of regimes. The floor of σ is step/√6.
final class RegimeFixture {

    private RegimeFixture() {}

    static Indicator monthly(String id, Category category, String transform) {
        return indicator(id, category, Frequency.MONTHLY, transform, 1, 3);
    }

    static Indicator indicator(
            String id, Category category, Frequency frequency, String transform, int polarity, int importance) {
        return indicator(
                Samples.indicator(id, Region.US, category, frequency, null, null),
                transform,
                polarity,
                importance,
                Stage.FIRST,
                id,
                PreviousRefersTo.PRIOR_PERIOD,
                null);
    }

    static Indicator indicator(
            Indicator other,
            String transform,
            int polarity,
            int importance,
            Stage stage,
            String group,
            PreviousRefersTo previous,
            @Nullable LocalDate validFrom) {
        return new Indicator(
                other.id(),
                other.name(),
                other.shortName(),
                other.region(),
                other.category(),
                other.unit(),
                transform,
                other.adjustment(),
                other.frequency(),
                other.meetings(),
                polarity,
                importance,
                group,
                stage,
                other.step(),
                null,
                other.lag(),
                previous,
                other.policyRate(),
                other.release(),
                other.prior(),
                validFrom,
                other.validTo(),
                other.successor());
    }

    static ObservedRelease release(Indicator indicator, Instant at, String actual, @Nullable String previous) {
        return new ObservedRelease(
                ReleaseId.of(indicator.id(), at.atOffset(ZoneOffset.UTC).toLocalDate()),
                indicator.id(),
                at,
                null,
                false,
                new BigDecimal(actual),
                previous == null ? null : new BigDecimal(previous),
                "test",
                List.of(),
                Set.of(),
                null);
    }

    /// The 15th of a month, 13:30 UTC.
    ///
    /// @param month from January 2000 on
    static Instant middle(int month) {
        return LocalDate.of(2000, 1, 15).plusMonths(month).atTime(13, 30).toInstant(ZoneOffset.UTC);
    }

    /// One release in the middle of each month.
    static List<ObservedRelease> months(Indicator indicator, double... actuals) {
        List<ObservedRelease> releases = new ArrayList<>();
        for (int month = 0; month < actuals.length; month++) {
            releases.add(release(indicator, middle(month), Double.toString(actuals[month]), null));
        }
        return releases;
    }

    /// A slow random walk of one decimal, with the month before as previous.
    static List<ObservedRelease> walk(Indicator indicator, int months, SplittableRandom random) {
        List<ObservedRelease> releases = new ArrayList<>();
        long tenths = 0;
        for (int month = 0; month < months; month++) {
            long before = tenths;
            tenths += random.nextLong(-5, 6);
            releases.add(release(
                    indicator,
                    middle(month),
                    BigDecimal.valueOf(tenths, 1).toPlainString(),
                    BigDecimal.valueOf(before, 1).toPlainString()));
        }
        return releases;
    }
}
