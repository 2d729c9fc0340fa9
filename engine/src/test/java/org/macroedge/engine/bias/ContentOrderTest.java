package org.macroedge.engine.bias;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.engine.Cases;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.run.InputChain;
import org.macroedge.engine.statistics.SurpriseSeries;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.engine.vocabulary.Verdict;

/// Neither the order in which releases come nor their ids change a bit of any answer.
class ContentOrderTest {

    private static final Indicator INDICATOR = Samples.indicator("us-gdp", Region.US, Category.GROWTH);
    private static final int INSTANTS = 60;

    /// Up to four releases at each instant, with and without period, in chains, with typing errors and verdicts.
    private static List<ObservedRelease> releases(SplittableRandom random) {
        List<ObservedRelease> releases = new ArrayList<>();
        for (int instant = 0; instant < INSTANTS; instant++) {
            for (int twin = random.nextInt(4); twin >= 0; twin--) {
                releases.add(release(releases.size(), instant, random));
            }
        }
        return releases;
    }

    private static ObservedRelease release(int number, int instant, SplittableRandom random) {
        boolean periodKnown = random.nextInt(3) == 0;
        return new ObservedRelease(
                id(number),
                INDICATOR.id(),
                day(instant * 20L),
                periodKnown ? LocalDate.of(2014, 1, 1).plusMonths(instant - random.nextInt(3)) : null,
                random.nextInt(4) > 0,
                decimal(random),
                random.nextInt(4) == 0 ? null : decimal(random),
                "source" + random.nextInt(2),
                forecasts(random),
                Set.of(),
                random.nextInt(8) == 0 ? Verdict.values()[random.nextInt(Verdict.values().length)] : null);
    }

    private static List<ObservedForecast> forecasts(SplittableRandom random) {
        List<ObservedForecast> forecasts = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            BigDecimal value = random.nextInt(20) == 0 ? new BigDecimal(90) : decimal(random);
            ForecastKind kind = ForecastKind.values()[random.nextInt(ForecastKind.values().length)];
            forecasts.add(new ObservedForecast(kind, value, "f" + random.nextInt(2), random.nextInt(2), null));
        }
        return forecasts;
    }

    private static BigDecimal decimal(SplittableRandom random) {
        return BigDecimal.valueOf(random.nextInt(8), 1);
    }

    private static ReleaseId id(int number) {
        return ReleaseId.of(INDICATOR.id(), LocalDate.EPOCH).numbered(number + 2);
    }

    private static Instant day(long day) {
        return Samples.START.plusSeconds(day * Samples.DAY);
    }

    private static List<ObservedRelease> inAnotherOrderUnderOtherIds(List<ObservedRelease> releases, long seed) {
        List<ObservedRelease> moved = new ArrayList<>(releases);
        Collections.shuffle(moved, new Random(seed));
        List<ObservedRelease> renamed = new ArrayList<>();
        for (ObservedRelease release : moved) {
            List<ObservedForecast> forecasts = new ArrayList<>(release.forecasts());
            Collections.reverse(forecasts);
            renamed.add(new ObservedRelease(
                    id(renamed.size()),
                    release.indicator(),
                    release.releasedAt(),
                    release.period(),
                    release.periodDeclared(),
                    release.actual(),
                    release.previous(),
                    release.source(),
                    forecasts,
                    release.marks(),
                    release.verdict()));
        }
        return renamed;
    }

    private static List<StandardisedSurprise> calculate(List<ObservedRelease> releases) {
        return new SurpriseCalculator().calculate(INDICATOR, releases);
    }

    /// A surprise without its id and without the order of its forecasts.
    private static List<Object> content(StandardisedSurprise surprise) {
        ObservedRelease release = surprise.release();
        List<Object> content = new ArrayList<>(List.of(
                release.releasedAt(),
                release.actual(),
                release.source(),
                Set.copyOf(release.forecasts()),
                surprise.sigmaObservations(),
                surprise.marks()));
        content.add(release.period());
        content.add(release.previous());
        content.add(surprise.forecast());
        content.add(surprise.surprise());
        content.add(surprise.sigma());
        content.add(surprise.zRaw());
        content.add(surprise.z());
        content.add(surprise.reason());
        return content;
    }

    private static BiasModel model(SignalMode mode, List<StandardisedSurprise> surprises) {
        return new BiasModel(
                List.of(INDICATOR),
                List.of(Samples.SPX),
                Samples.weights(mode),
                Map.of(INDICATOR.id(), surprises),
                Map.of());
    }

    private static long[] seconds() {
        return new SplittableRandom(9)
                .longs(300, day(0).getEpochSecond(), day(INSTANTS * 20L).getEpochSecond())
                .sorted()
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anyOrderUnderAnyIdsGivesTheSameBits(long seed) {
        List<ObservedRelease> releases = releases(new SplittableRandom(seed));
        List<StandardisedSurprise> expected = calculate(releases);
        InputChain chain = InputChain.of(expected, List.of());

        for (int again = 0; again < 5; again++) {
            List<StandardisedSurprise> surprises = calculate(inAnotherOrderUnderOtherIds(releases, again));

            assertThat(surprises.stream().map(ContentOrderTest::content))
                    .as("seed %d", seed)
                    .isEqualTo(expected.stream().map(ContentOrderTest::content).toList());
            assertThat(InputChain.of(surprises, List.of()).at(day(2_000))).isEqualTo(chain.at(day(2_000)));
            assertThat(SurpriseSeries.of(surprises).statistics(day(2_000), 365))
                    .isEqualTo(SurpriseSeries.of(expected).statistics(day(2_000), 365));
            for (SignalMode mode : SignalMode.values()) {
                assertThat(model(mode, shuffled(surprises, again)).history(seconds()))
                        .isEqualTo(model(mode, expected).history(seconds()));
            }
        }
    }

    private static List<StandardisedSurprise> shuffled(List<StandardisedSurprise> surprises, long seed) {
        List<StandardisedSurprise> moved = new ArrayList<>(surprises);
        Collections.shuffle(moved, new Random(seed));
        return moved;
    }

    @ParameterizedTest
    @EnumSource
    void releasesOfOneInstantMayArriveInAnyOrder(SignalMode mode) {
        List<StandardisedSurprise> surprises = calculate(releases(new SplittableRandom(11)));
        BiasModel whole = model(mode, surprises);
        for (int seed = 0; seed < 20; seed++) {
            List<StandardisedSurprise> arriving = shuffled(surprises, seed);
            arriving.sort(Comparator.comparing(surprise -> surprise.release().releasedAt()));
            int first = new SplittableRandom(seed).nextInt(arriving.size());
            Instant start = arriving.get(first).release().releasedAt();
            boolean later = seed % 2 == 0;
            while (later
                    && first + 1 < arriving.size()
                    && arriving.get(first + 1).release().releasedAt().equals(start)) {
                first++;
            }
            LiveBias live = later
                    ? whole.live(start)
                    : model(mode, arriving.subList(0, first + 1)).live(start);
            double[] z = new double[1];
            for (int index = first + 1; index < arriving.size(); index++) {
                live.release(arriving.get(index));
                Instant instant = arriving.get(index).release().releasedAt();
                boolean complete = index + 1 == arriving.size()
                        || arriving.get(index + 1).release().releasedAt().isAfter(instant);
                if (complete) {
                    live.at(instant.getEpochSecond(), z);
                    assertThat(Double.valueOf(z[0]))
                            .as("seed %d at %s", seed, instant)
                            .isEqualTo(Double.valueOf(whole.history(new long[] {instant.getEpochSecond()})[0][0]));
                }
            }
        }
    }

    /// The order of the chain makes the last of three signals that in force, which a rename or an arrival would not.
    @ParameterizedTest
    @EnumSource
    void theEndOfAChainIsInForce(SignalMode mode) {
        List<StandardisedSurprise> surprises = new ArrayList<>();
        surprises.add(usable(Cases.row(Samples.START, "-", "2", "1", "-"), 3.0));
        surprises.add(usable(Cases.row(Samples.START, "-", "4", "3", "-"), 1.0));
        surprises.add(usable(Cases.row(Samples.START, "-", "3", "2", "-"), 2.0));

        double[] z = new double[1];
        LiveBias live = model(mode, List.of()).live(Samples.START);
        surprises.forEach(live::release);
        live.at(Samples.START.getEpochSecond(), z);

        Contribution last =
                model(mode, surprises).at(0, Samples.START).contributions().getLast();
        assertThat(last.z()).isEqualTo(3);
        assertThat(z[0]).isEqualTo(model(mode, surprises).at(0, Samples.START).z());
    }

    private static StandardisedSurprise usable(ObservedRelease release, double z) {
        ObservedRelease own = new ObservedRelease(
                id(release.actual().intValueExact()),
                new IndicatorId("us-gdp"),
                release.releasedAt(),
                null,
                false,
                release.actual(),
                release.previous(),
                release.source(),
                List.of(),
                Set.of(),
                null);
        return new StandardisedSurprise(own, null, null, null, 0, z, z, null, Set.of());
    }
}
