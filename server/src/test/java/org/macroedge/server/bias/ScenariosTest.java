package org.macroedge.server.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.bias.view.BiasItem;
import org.macroedge.server.bias.view.ConditionalMean;
import org.macroedge.server.bias.view.ScenarioAnswer;
import org.macroedge.server.bias.view.ScenarioBias;
import org.macroedge.server.bias.view.ScenarioFlip;
import org.macroedge.server.bias.view.ScenarioRelease;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.surprises.Surprises;

/// Scenarios on the sample, whose last payrolls are of September 2021, and on a week that a feed scheduled after it.
class ScenariosTest {

    private static final Instant PAYROLLS_AT = Instant.parse("2021-09-03T12:30:00Z");
    private static final Instant BEFORE = PAYROLLS_AT.minusSeconds(1);
    private static final String PAYROLLS = "us-nonfarm-payrolls";
    private static final String CLAIMS = "us-unemployment-claims";
    private static final String WEIGHTS = "default";

    private static final Instant CAPTURED = SampleWeek.CAPTURED;
    private static final Instant NEXT = SampleWeek.PAYROLLS_AT;

    @TempDir
    static Path folder;

    private static SampleWeek week;
    private static TestStore store;

    @BeforeAll
    static void load() throws IOException {
        week = SampleWeek.in(folder);
        store = week.store();
    }

    @AfterAll
    static void close() {
        week.close();
    }

    private static ScenarioAnswer scenario(String indicator, @Nullable Instant at, @Nullable String set, Instant asOf) {
        return store.bias().at(null).scenario(new ScenarioQuestion(indicator, at, set), asOf, WEIGHTS);
    }

    /// Of all releases of the instant, as they came true and as they were expected.
    @Test
    void theFiguresThatCameTrueGiveTheRunOfTheirInstant() {
        String set = store.facts().asKnown(null).releases().stream()
                .filter(release -> release.releasedAt().equals(PAYROLLS_AT))
                .map(release -> release.indicator() + "=" + release.actual().toPlainString() + "/"
                        + release.forecasts().getFirst().value().toPlainString())
                .collect(Collectors.joining(","));
        assertThat(set.split(",")).hasSizeGreaterThan(3);

        ScenarioAnswer answer = scenario(PAYROLLS, PAYROLLS_AT, set, BEFORE);

        Map<String, BiasItem> run = store.bias().at(null).summary(PAYROLLS_AT, WEIGHTS).items().stream()
                .collect(Collectors.toMap(BiasItem::instrument, Function.identity()));
        assertThat(answer.items()).hasSize(run.size()).hasSizeGreaterThan(20);
        answer.items().forEach(item -> {
            assertThat(item.after().z())
                    .as(item.instrument())
                    .isEqualTo(Objects.requireNonNull(run.get(item.instrument()))
                            .reading()
                            .z());
            assertThat(item.after().label())
                    .isEqualTo(Objects.requireNonNull(run.get(item.instrument()))
                            .reading()
                            .label());
        });
    }

    @Test
    void theNextScheduledReleaseComesWithTheOthersOfItsInstantAsExpected() {
        ScenarioAnswer answer = scenario(PAYROLLS, null, null, CAPTURED);

        assertThat(answer.releasedAt()).isEqualTo(NEXT);
        assertThat(answer.releases())
                .extracting(ScenarioRelease::indicator)
                .containsExactly(PAYROLLS, "us-unemployment-rate");
        ScenarioRelease payrolls = answer.releases().getFirst();
        assertThat(payrolls.actual()).isEqualByComparingTo("490000");
        assertThat(payrolls.set()).isFalse();
        assertThat(payrolls.z()).isZero();
        ScenarioBias euro = item(answer, "EURUSD");
        assertThat(euro.grid()).hasSize(7);
        assertThat(euro.grid().get(3).score()).isEqualTo(euro.after().score());
        assertThat(euro.weight()).isNegative();
        assertThat(item(answer, "WTI").name()).isNotBlank();
    }

    private static ScenarioBias item(ScenarioAnswer answer, String instrument) {
        return answer.items().stream()
                .filter(item -> item.instrument().equals(instrument))
                .findFirst()
                .orElseThrow();
    }

    /// The label is another at the first figure, and not yet a step of the publisher before it.
    @Test
    void aFlipIsWhereTheLabelOfAScenarioChanges() {
        ScenarioAnswer answer = scenario(PAYROLLS, null, null, CAPTURED);
        int tried = 0;
        for (ScenarioBias item : answer.items()) {
            for (ScenarioFlip flip : item.flips()) {
                BigDecimal first = flip.firstValue();
                if (flip.label() == null || first == null) {
                    continue;
                }
                BigDecimal step = answer.releases().getFirst().step();
                boolean higher = first.compareTo(answer.releases().getFirst().actual()) > 0;
                BigDecimal before = higher ? first.subtract(step) : first.add(step);
                assertThat(label(item, first)).as(item.instrument()).isEqualTo(flip.label());
                assertThat(label(item, before)).as(item.instrument()).isNotEqualTo(flip.label());
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(5);
    }

    private static @Nullable String label(ScenarioBias item, BigDecimal payrolls) {
        ScenarioAnswer answer = scenario(PAYROLLS, null, PAYROLLS + "=" + payrolls.toPlainString(), CAPTURED);
        return item(answer, item.instrument()).after().label();
    }

    @Test
    void aScheduleThatWasNotKnownYetIsNone() {
        assertThatThrownBy(() -> scenario(PAYROLLS, null, null, CAPTURED.minusSeconds(1)))
                .isInstanceOf(MacroEdgeException.class)
                .hasMessageStartingWith("No release of us-nonfarm-payrolls is scheduled after 2021-10-04T05:59:59Z");
    }

    @Test
    void figuresAreReadInUnitsAndInSigmas() {
        ScenarioAnswer answer = scenario(PAYROLLS, null, PAYROLLS + "=0.6M, us-unemployment-rate=-1.5s", CAPTURED);

        assertThat(answer.releases().getFirst().actual()).isEqualByComparingTo("600000");
        assertThat(answer.releases().getFirst().set()).isTrue();
        // less unemployment is stronger, so -1.5 is more of it
        assertThat(answer.releases().getLast().actual()).isGreaterThan(new BigDecimal("5.1"));
        assertThat(answer.releases().getLast().z()).isCloseTo(-1.5, within(1e-12));
    }

    @Test
    void aReleaseThatIsNotSetHasAMeanGivenTheOthersAndSoHasEveryBias() {
        ScenarioAnswer answer = scenario(PAYROLLS, null, PAYROLLS + "=2s", CAPTURED);

        assertThat(answer.releases().getFirst().conditional()).isNull();
        ConditionalMean mean =
                Objects.requireNonNull(answer.releases().getLast().conditional());
        assertThat(mean.given()).containsExactly(PAYROLLS);
        assertThat(mean.observations()).isGreaterThan(80);
        assertThat(mean.reason()).isNull();
        assertThat(Objects.requireNonNull(mean.z())).isBetween(0.2, 0.8);
        ScenarioAnswer set =
                scenario(PAYROLLS, null, PAYROLLS + "=2s,us-unemployment-rate=" + mean.z() + "s", CAPTURED);
        answer.items().forEach(item -> {
            assertThat(item.conditional())
                    .isEqualTo(item(set, item.instrument()).after());
            assertThat(item(set, item.instrument()).conditional()).isNull();
        });
        assertThat(item(answer, "EURUSD").conditional())
                .isNotEqualTo(item(answer, "EURUSD").after());
    }

    @Test
    void aScenarioThatSetsNothingHasNoSecondLine() {
        ScenarioAnswer answer = scenario(PAYROLLS, null, null, CAPTURED);

        assertThat(answer.releases())
                .allSatisfy(release -> assertThat(release.conditional()).isNull());
        assertThat(answer.items())
                .allSatisfy(item -> assertThat(item.conditional()).isNull());
    }

    @Test
    void aReleaseThatSharedTooFewInstantsHasNoMeanAndSaysSo() {
        ScenarioAnswer answer = scenario(PAYROLLS, null, "de-ifo-business-climate=1s/100", CAPTURED);

        assertThat(answer.releases().getLast().conditional())
                .isEqualTo(new ConditionalMean(null, 0, List.of(), "too-few-observations"));
        assertThat(answer.items())
                .allSatisfy(item -> assertThat(item.conditional()).isNull());
    }

    @Test
    void aReleaseWithoutAForecastHasNoFigureAndDoesNotCount() {
        ScenarioAnswer answer = scenario(CLAIMS, null, null, CAPTURED);

        ScenarioRelease claims = answer.releases().getFirst();
        assertThat(claims.actual()).isNull();
        assertThat(claims.z()).isNull();
        assertThat(claims.reason()).isEqualTo("nothing-expected");
        assertThat(answer.items())
                .allSatisfy(item -> assertThat(item.after()).isEqualTo(item.before()))
                .allSatisfy(item -> assertThat(item.flips()).isEmpty());
        assertThat(scenario(CLAIMS, null, CLAIMS + "=1s", CAPTURED)
                        .releases()
                        .getFirst()
                        .actual())
                .isNull();
        assertThat(scenario(CLAIMS, null, CLAIMS + "=350K", CAPTURED)
                        .releases()
                        .getFirst()
                        .actual())
                .isEqualByComparingTo("350000");
    }

    @Test
    void aMadeUpReleaseOnTheDayOfAPublishedOneHasAnIdOfItsOwn() {
        ScenarioAnswer answer =
                scenario(PAYROLLS, PAYROLLS_AT.plusSeconds(3600), PAYROLLS + "=800K/750K", PAYROLLS_AT.plusSeconds(60));

        assertThat(answer.releases().getFirst().releaseId()).isEqualTo(PAYROLLS + "@2021-09-03.2");
        assertThat(answer.releases().getFirst().actual()).isEqualByComparingTo("800000");
        assertThat(scenario(PAYROLLS, PAYROLLS_AT, PAYROLLS + "=800K/750K", BEFORE)
                        .releases()
                        .getFirst()
                        .releaseId())
                .isEqualTo(PAYROLLS + "@2021-09-03");
    }

    /// All models of a scenario share what the releases leave as it is: those without the releases, with them, and
    /// with the means of those that are not set.
    @Test
    void aScenarioTakesLittleMoreThanOneModel() {
        long model = takenByModel();

        assertThat(takenByScenario(null)).isLessThan(model * 3 / 2);
        assertThat(takenByScenario(PAYROLLS + "=2s")).as("with means").isLessThan(model * 3 / 2);
    }

    private static long takenByModel() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Surprises surprises = store.bias().at(null).surprises();
        long start = threads.getCurrentThreadAllocatedBytes();
        BiasModel model = new BiasModel(
                SampleWeek.CATALOGUE.indicators(),
                SampleWeek.CATALOGUE.instruments(),
                SampleWeek.CATALOGUE.weightSet(WEIGHTS).orElseThrow(),
                surprises.byIndicator(),
                Map.of());
        long taken = threads.getCurrentThreadAllocatedBytes() - start;
        assertThat(model.instruments()).isNotEmpty();
        return taken;
    }

    private static long takenByScenario(@Nullable String set) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        scenario(PAYROLLS, null, set, CAPTURED);
        long start = threads.getCurrentThreadAllocatedBytes();
        scenario(PAYROLLS, null, set, CAPTURED);
        return threads.getCurrentThreadAllocatedBytes() - start;
    }
}
