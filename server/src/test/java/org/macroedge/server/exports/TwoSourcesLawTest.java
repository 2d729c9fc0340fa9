package org.macroedge.server.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macroedge.engine.catalogue.Indicator;

/// Two made-up calendars of one indicator that overlap: the worse one has shifted clocks, bare dates and second
/// figures, and both lack rows. Imported in either order they give the same answers, and nothing is known before the
/// better source says so.
class TwoSourcesLawTest {

    private static final long CALENDARS = 6;
    private static final int MONTHS = 30;
    private static final String ID = "us-cpi-mom";
    private static final Indicator INDICATOR =
            SourceImport.CATALOGUE.indicator(ID).orElseThrow();
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    /// A made-up calendar of both sources.
    ///
    /// @param known instants before which the better source knew nothing of a release
    private record Calendars(String better, String worse, List<Instant> known) {

        static Calendars of(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder better = new StringBuilder();
            StringBuilder worse = new StringBuilder();
            List<Instant> known = new ArrayList<>();
            long shift = 0;
            int previous = 2;
            for (int month = 0; month < MONTHS; month++) {
                LocalDate date = LocalDate.of(2019, 1, 10).plusMonths(month).plusDays(random.nextInt(5));
                Instant instant = INDICATOR.knownAt(date);
                int actual = previous + random.nextInt(-4, 5);
                shift = random.nextInt(4) == 0 ? random.nextInt(-3, 4) : shift;
                int kind = random.nextInt(10);
                if (kind > 0) {
                    better.append(row(WRITTEN.format(instant), kind == 1 ? null : actual, random, previous));
                    known.add(instant);
                }
                if (random.nextInt(8) > 0) {
                    String time = random.nextInt(6) == 0
                            ? date.toString()
                            : WRITTEN.format(instant.plus(Duration.ofHours(shift)));
                    int told = random.nextInt(8) == 0 ? actual + 3 : actual;
                    worse.append(row(time, told, random, previous));
                }
                if (random.nextInt(6) == 0) {
                    worse.append(row(WRITTEN.format(instant.plus(Duration.ofDays(9))), actual + 7, random, actual - 5));
                }
                previous = actual;
            }
            return new Calendars(better.toString(), worse.toString(), known);
        }

        private static String row(String time, @Nullable Integer actual, SplittableRandom random, int previous) {
            return time + "," + ID + "," + (actual == null ? "" : tenths(actual)) + ","
                    + tenths(previous + random.nextInt(-2, 3)) + "," + tenths(previous) + "\n";
        }

        private static String tenths(int value) {
            return BigDecimal.valueOf(value, 1).toPlainString();
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, CALENDARS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfImportsChangesNothing(long seed) {
        Calendars calendars = Calendars.of(seed);
        SourceImport better = new SourceImport("forexfactory-archive", calendars.better());
        SourceImport worse = new SourceImport("lowly", calendars.worse());
        List<Instant> asOf = calendars.known().stream()
                .flatMap(instant -> List.of(instant.minusSeconds(1), instant).stream())
                .toList();

        SourceImport.Answers answers = SourceImport.after(List.of(better, worse), ID, asOf);

        assertThat(SourceImport.after(List.of(worse, better), ID, asOf))
                .as("seed %d", seed)
                .isEqualTo(answers);
        for (int index = 0; index < calendars.known().size(); index++) {
            String before = answers.shown().get(6 * index);
            Instant instant = calendars.known().get(index);
            assertThat(lastRelease(before))
                    .as("seed %d: a second before %s", seed, instant)
                    .isBefore(instant.minus(Duration.ofHours(4)));
        }
    }

    private static Instant lastRelease(String releases) {
        int last = releases.lastIndexOf("\"releasedAt\":\"");
        return last < 0
                ? Instant.EPOCH
                : Instant.parse(releases.substring(
                        last + "\"releasedAt\":\"".length(),
                        releases.indexOf('"', last + "\"releasedAt\":\"".length())));
    }
}
