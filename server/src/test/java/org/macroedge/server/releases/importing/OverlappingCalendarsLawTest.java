package org.macroedge.server.releases.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.server.releases.intake.ReportedForecast;
import org.macroedge.server.releases.intake.ReportedRelease;

/// Two calendars of the same releases, the worse one with clocks that are off, bare dates, missing rows and
/// second figures: whichever was imported first, the answers are the same, and none of them knows a release
/// before the better calendar says that it was known.
class OverlappingCalendarsLawTest {

    private static final String BETTER = "forexfactory-archive";
    private static final String WORSE = "lowly";
    private static final Indicator PAYROLLS =
            LawStore.CATALOGUE.indicator("us-nonfarm-payrolls").orElseThrow();
    private static final Duration NEAR = Duration.ofDays(3);

    private final List<ReportedRelease> better = new ArrayList<>();
    private final List<ReportedRelease> worse = new ArrayList<>();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfSourcesChangesNothingAndNothingIsKnownTooEarly(long seed) {
        make(new SplittableRandom(seed));
        try (LawStore betterFirst = new LawStore();
                LawStore worseFirst = new LawStore()) {
            betterFirst.load(BETTER, better);
            betterFirst.load(WORSE, worse);
            worseFirst.load(WORSE, worse);
            worseFirst.load(BETTER, better);

            assertThat(worseFirst.answers().withoutIds())
                    .as("seed %d", seed)
                    .isEqualTo(betterFirst.answers().withoutIds());
            List<ObservedRelease> releases = betterFirst.known().releases();
            for (ReportedRelease row : better) {
                assertThat(releases)
                        .as("seed %d, %s", seed, row.instant())
                        .noneMatch(release -> isTooEarly(release, row));
            }
        }
    }

    private static boolean isTooEarly(ObservedRelease release, ReportedRelease row) {
        return release.releasedAt().isBefore(row.instant())
                && release.releasedAt().isAfter(row.instant().minus(NEAR));
    }

    private void make(SplittableRandom random) {
        for (int month = 0; month < 30; month++) {
            LocalDate date = LocalDate.parse("2017-01-05").plusMonths(month);
            Instant instant = date.atTime(LocalTime.of(13, 30)).toInstant(ZoneOffset.UTC);
            if (random.nextInt(6) > 0) {
                boolean bare = random.nextInt(5) == 0;
                better.add(row(BETTER, bare ? PAYROLLS.knownAt(date) : instant, bare ? date : null, month, 0));
            }
            if (random.nextInt(6) > 0) {
                boolean bare = random.nextInt(5) == 0;
                Instant off = instant.plus(Duration.ofHours(random.nextInt(-3, 4)));
                worse.add(row(
                        WORSE,
                        bare ? PAYROLLS.knownAt(date) : off,
                        bare ? date : null,
                        month,
                        random.nextInt(8) == 0 ? 3 : 0));
            }
            if (random.nextInt(5) == 0) {
                worse.add(row(WORSE, instant.plus(Duration.ofDays(7)), null, month, 500));
            }
        }
    }

    private static ReportedRelease row(
            String source, Instant instant, @Nullable LocalDate date, int month, int difference) {
        return new ReportedRelease(
                source + ".csv",
                month + 1,
                "payrolls",
                source,
                PAYROLLS,
                instant,
                date,
                date != null,
                null,
                actual(month, difference),
                actual(month - 1, difference),
                List.of(new ReportedForecast(ForecastKind.SURVEY, actual(month, 7), null)),
                null,
                null,
                false,
                null);
    }

    private static BigDecimal actual(int month, int difference) {
        return BigDecimal.valueOf(1000L * (100 + 17L * (month * month % 13) + month + difference));
    }
}
