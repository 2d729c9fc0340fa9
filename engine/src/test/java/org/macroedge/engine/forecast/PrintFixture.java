package org.macroedge.engine.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.Samples;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.IndicatorId;

/// Releases that are nothing but their prints.
final class PrintFixture {

    private PrintFixture() {}

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
