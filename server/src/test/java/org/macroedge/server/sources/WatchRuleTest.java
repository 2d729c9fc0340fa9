package org.macroedge.server.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.GateState;

class WatchRuleTest {

    private static final Instant DUE = Instant.parse("2026-11-06T13:30:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "watch-rule.csv", delimiter = '|', numLinesToSkip = 1)
    void theNextLookIsAsTheTableSays(
            String name,
            Instant due,
            @Nullable Instant asked,
            Instant now,
            Instant free,
            double share,
            @Nullable Instant next) {
        assertThat(WatchRule.next(due, asked, now, free, share)).as(name).isEqualTo(next);
    }

    /// A publisher that never gives the figure is asked nine times, whatever the jitter.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aFigureThatNeverComesIsAskedForNineTimes(long seed) {
        List<Instant> looks = looks(new SplittableRandom(seed).nextDouble(), Duration.ZERO);

        assertThat(looks).as("seed " + seed).hasSize(9).isSorted();
        assertThat(looks.getFirst()).isBetween(DUE.minusSeconds(360), DUE.minusSeconds(300));
        assertThat(looks.get(1)).isBetween(DUE.plusSeconds(15), DUE.plusSeconds(18));
        assertThat(looks.getLast()).isBetween(DUE.plusSeconds(3600), DUE.plusSeconds(4320));
    }

    /// A source that allows two requests in five minutes, each look one of them: the looks keep to it.
    @Test
    void theLooksStayWithinTheLimitOfTheSource() {
        Duration every = Duration.ofMinutes(5).dividedBy(2);
        List<Instant> looks = looks(0, every);

        for (int index = 1; index < looks.size(); index++) {
            assertThat(Duration.between(looks.get(index - 1), looks.get(index))).isGreaterThanOrEqualTo(every);
        }
        assertThat(looks).hasSizeLessThan(9);
    }

    private static List<Instant> looks(double share, Duration every) {
        List<Instant> looks = new ArrayList<>();
        Instant now = DUE.minus(Duration.ofHours(1));
        Instant free = Instant.EPOCH;
        Instant next = WatchRule.next(DUE, null, now, free, share);
        while (next != null) {
            assertThat(looks).hasSizeLessThan(20);
            looks.add(next);
            free = next.plus(every);
            next = WatchRule.next(DUE, next, next, free, share);
        }
        return looks;
    }

    @Test
    void aSourceIsFreeOnceItsLimitHasAShareLeftAndItsRestIsOver() {
        FetchPolicy policy = FetchPolicy.of(25, Duration.ofHours(25));
        Instant full = Instant.parse("2026-11-07T13:00:00Z");

        assertThat(new GateState(0, null, null, null).freeFrom(policy)).isEqualTo(Instant.EPOCH);
        assertThat(new GateState(0, null, null, full).freeFrom(policy)).isEqualTo("2026-11-06T13:00:00Z");
        assertThat(new GateState(3, DUE, "x", full).freeFrom(policy)).isEqualTo(DUE);
        assertThat(new GateState(3, Instant.EPOCH, "x", full).freeFrom(policy)).isEqualTo("2026-11-06T13:00:00Z");
    }
}
