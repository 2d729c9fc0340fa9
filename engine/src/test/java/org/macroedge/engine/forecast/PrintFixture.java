package org.macroedge.engine.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;

/// Releases that are nothing but their prints.
final class PrintFixture {

    private PrintFixture() {}

    /// Those of a monthly indicator.
    static OwnPrints prints(BigDecimal step) {
        Indicator like = Samples.indicator("us-x", Region.US, Category.GROWTH);
        return new OwnPrints(new Indicator(
                like.id(),
                like.name(),
                like.shortName(),
                like.region(),
                like.category(),
                like.unit(),
                like.transform(),
                like.adjustment(),
                like.frequency(),
                like.meetings(),
                like.polarity(),
                like.importance(),
                like.group(),
                like.stage(),
                step,
                like.floor(),
                like.lag(),
                like.previousRefersTo(),
                like.policyRate(),
                like.release(),
                like.prior(),
                like.validFrom(),
                like.validTo(),
                like.successor()));
    }

    static ObservedRelease print(int day, String actual) {
        return print(day, actual, null);
    }

    /// @param period declared; null where none is
    static ObservedRelease print(int day, String actual, @Nullable LocalDate period) {
        return new ObservedRelease(
                Samples.id("us-x", day),
                new IndicatorId("us-x"),
                Samples.START.plusSeconds(day * Samples.DAY),
                period,
                period != null,
                new BigDecimal(actual),
                null,
                "test",
                List.of(),
                Set.of(),
                null);
    }
}
