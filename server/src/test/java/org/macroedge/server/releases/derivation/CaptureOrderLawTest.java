package org.macroedge.server.releases.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macroedge.server.soak.Soak;

/// Rows that say when they were captured give the same releases in whatever batches they come, in whatever order.
@Tag("seeded")
class CaptureOrderLawTest {

    private static final Instant START = Instant.parse("2021-06-01T00:00:00Z");
    private static final int CAPTURES = 40;
    private static final int SPLITS = 20;

    static LongStream seeds() {
        return Soak.seeds(20, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noSplitOfCapturesIntoBatchesChangesWhatIsKnown(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String indicator = random.nextBoolean() ? "us-nonfarm-payrolls" : "us-unemployment-claims";
        List<String> rows = captures(random, random.nextBoolean() ? 30 : 7);
        DerivationCases cases = new DerivationCases(indicator, String.join("; ", rows));
        List<String> whole = cases.unnamedInBatches(index -> 1);
        assertThat(whole).as("seed %d", seed).isNotEmpty();
        for (int split = 0; split < SPLITS; split++) {
            long[] batches =
                    random.longs(rows.size(), 1, 2 + random.nextInt(12)).toArray();
            assertThat(cases.unnamedInBatches(index -> batches[index]))
                    .as("seed %d", seed)
                    .isEqualTo(whole);
        }
    }

    /// Captures of a calendar in which releases move, expectations change, and actuals arrive and are corrected.
    private static List<String> captures(SplittableRandom random, int days) {
        List<String> rows = new ArrayList<>();
        for (int capture = 0; capture < CAPTURES; capture++) {
            Instant captured =
                    START.plus(capture * 3L * days / 10, ChronoUnit.DAYS).plusSeconds(random.nextLong(3_600));
            long next = ChronoUnit.DAYS.between(START, captured) / days + 1;
            long release = next - random.nextInt(2);
            Instant due = START.plus(release * days, ChronoUnit.DAYS)
                    .plus(random.nextInt(3) == 0 ? random.nextInt(days) - days / 2 : 0, ChronoUnit.DAYS)
                    .plus(random.nextInt(4) == 0 ? 1 : 0, ChronoUnit.HOURS);
            StringBuilder row = new StringBuilder("good.1 " + due + " scheduled=" + captured);
            if (!due.isAfter(captured) && random.nextInt(3) > 0) {
                row.append(" actual=").append(release * 10 + random.nextInt(2));
            }
            if (random.nextInt(3) > 0) {
                row.append(" previous=").append(release * 10 - 10);
            }
            if (random.nextBoolean()) {
                row.append(" survey=")
                        .append(random.nextInt(5))
                        .append(" captured=")
                        .append(captured)
                        .append(random.nextInt(3) == 0 ? " low=-" + random.nextInt(2) + " count=7" : "");
            }
            rows.add(row.toString());
        }
        return rows;
    }
}
