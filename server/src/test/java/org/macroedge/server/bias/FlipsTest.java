package org.macroedge.server.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.bias.view.FlipAnswer;
import org.macroedge.server.bias.view.FlipItem;
import org.macroedge.server.bias.view.FlipPoint;
import org.macroedge.server.bias.view.FlipRelease;
import org.macroedge.server.bias.view.InstrumentFlipView;
import org.macroedge.server.bias.view.ScenarioAnswer;
import org.macroedge.server.bias.view.ScenarioBias;
import org.macroedge.server.bias.view.ScenarioFlip;
import org.macroedge.server.bias.view.UpcomingRelease;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.json.Json;

/// The flip map of the week after the sample, beside the answers of the scenario.
class FlipsTest {

    private static final String WEIGHTS = "default";
    private static final String PAYROLLS = "us-nonfarm-payrolls";
    private static final String CLAIMS = "us-unemployment-claims";
    private static final Instant CAPTURED = SampleWeek.CAPTURED;

    @TempDir
    static Path folder;

    private static SampleWeek week;

    @BeforeAll
    static void load() throws IOException {
        week = SampleWeek.in(folder);
    }

    @AfterAll
    static void close() {
        week.close();
    }

    private static FlipAnswer flips(@Nullable String instrument, String within, Instant asOf) {
        return week.store().bias().at(null).flips(FlipQuestion.of(instrument, "within", within), asOf, WEIGHTS);
    }

    private static ScenarioAnswer scenario(UpcomingRelease release, @Nullable String set) {
        ScenarioQuestion question = new ScenarioQuestion(
                release.indicator(),
                release.scheduled() ? null : release.releasedAt(),
                set == null ? null : release.indicator() + "=" + set);
        return week.store().bias().at(null).scenario(question, CAPTURED, WEIGHTS);
    }

    private static FlipRelease release(FlipAnswer answer, String indicator) {
        return answer.releases().stream()
                .filter(release -> release.release().indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachFlipOfAForecastReleaseIsThatOfTheScenario() {
        FlipAnswer answer = flips(null, "7d", CAPTURED);
        int compared = 0;
        for (String indicator : List.of(PAYROLLS, "us-unemployment-rate")) {
            FlipRelease release = release(answer, indicator);
            ScenarioAnswer scenario = scenario(release.release(), null);
            assertThat(release.release().releaseId())
                    .isEqualTo(scenario.releases().getFirst().releaseId());
            assertThat(release.forecast())
                    .isEqualTo(scenario.releases().getFirst().forecast());
            for (ScenarioBias bias : scenario.items()) {
                List<ScenarioFlip> exact = bias.flips().stream()
                        .filter(flip -> flip.label() != null && flip.firstValue() != null)
                        .toList();
                Optional<InstrumentFlipView> item = item(release, bias.instrument());
                assertThat(item.isPresent()).as(bias.instrument()).isEqualTo(!exact.isEmpty());
                for (FlipPoint point : item.map(InstrumentFlipView::flips).orElse(List.of())) {
                    assertThat(exact)
                            .contains(new ScenarioFlip(
                                    point.label(),
                                    isUp(bias, point),
                                    point.sigmas(),
                                    Objects.requireNonNull(point.value()),
                                    point.firstValue(),
                                    point.firstSigmas()));
                    compared++;
                }
                item.ifPresent(flips ->
                        assertThat(flips.score()).isEqualTo(bias.after().score()));
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    private static boolean isUp(ScenarioBias bias, FlipPoint point) {
        return point.sigmas() > 0 == Objects.requireNonNull(bias.weight()) > 0;
    }

    private static Optional<InstrumentFlipView> item(FlipRelease release, String instrument) {
        return release.items().stream()
                .filter(item -> item.instrument().equals(instrument))
                .findFirst();
    }

    /// Each value and each size as JSON and CSV print it.
    @Test
    void whatAFlipPrintsCanBePastedIntoAScenarioAndFlipsThere() {
        FlipAnswer answer = flips(null, "7d", CAPTURED);
        int pasted = 0;
        for (String indicator : List.of(PAYROLLS, "us-unemployment-rate")) {
            FlipRelease release = release(answer, indicator);
            for (InstrumentFlipView item : release.items()) {
                for (FlipPoint flip : item.flips()) {
                    for (String figure : List.of(printed(flip.value()), printed(flip.sigmas()) + "s")) {
                        assertThat(pasted(indicator, figure, item.instrument()))
                                .as("%s=%s for %s", indicator, figure, item.instrument())
                                .isEqualTo(flip.label());
                        pasted++;
                    }
                }
            }
        }
        assertThat(pasted).isGreaterThan(40);
    }

    private static String printed(@Nullable Object number) {
        return new String(Json.bytes(Objects.requireNonNull(number)), StandardCharsets.UTF_8);
    }

    /// The label of an instrument after a scenario with a figure.
    private static @Nullable String pasted(String indicator, String figure, String instrument) {
        ScenarioQuestion question = ScenarioQuestion.of(indicator, null, "set", indicator + "=" + figure);
        return week.store().bias().at(null).scenario(question, CAPTURED, WEIGHTS).items().stream()
                .filter(bias -> bias.instrument().equals(instrument))
                .map(bias -> bias.after().label())
                .findFirst()
                .orElseThrow();
    }

    /// Whatever will be expected: here the value of a scenario that states a forecast.
    @Test
    void flipsInSigmaAreThoseOfAnyForecast() {
        FlipAnswer answer = flips(null, "7d", CAPTURED);
        FlipRelease claims = release(answer, CLAIMS);
        assertThat(claims.release().scheduled()).isTrue();
        assertThat(claims.forecast()).isNull();
        assertSame(claims, scenario(claims.release(), "0s/350K"));

        List<FlipRelease> expected = answer.releases().stream()
                .filter(release -> !release.release().scheduled())
                .filter(release -> !release.items().isEmpty())
                .toList();
        assertThat(expected).hasSizeGreaterThan(5);
        expected.stream().limit(8).forEach(release -> {
            assertThat(release.release().releaseId()).isNull();
            assertSame(release, scenario(release.release(), "0s/12.3"));
        });
    }

    private static void assertSame(FlipRelease release, ScenarioAnswer scenario) {
        assertThat(release.items()).as(release.release().indicator()).isNotEmpty();
        for (InstrumentFlipView item : release.items()) {
            ScenarioBias bias = scenario.items().stream()
                    .filter(one -> one.instrument().equals(item.instrument()))
                    .findFirst()
                    .orElseThrow();
            for (FlipPoint point : item.flips()) {
                assertThat(point.value()).isNull();
                assertThat(point.firstValue()).isNull();
                assertThat(bias.flips())
                        .filteredOn(flip -> point.label().equals(flip.label()))
                        .singleElement()
                        .satisfies(flip -> assertThat(flip.sigmas()).isCloseTo(point.sigmas(), within(1e-12)));
            }
        }
    }

    @Test
    void aScheduleThatWasNotKnownYetHasNoPartInIt() {
        FlipAnswer before = flips(null, "7d", CAPTURED.minusSeconds(1));

        assertThat(before.releases())
                .isNotEmpty()
                .noneMatch(release -> release.release().scheduled());
        assertThat(flips(null, "7d", CAPTURED).releases())
                .filteredOn(release -> release.release().scheduled())
                .hasSize(3);
    }

    @Test
    void theReleasesAreThoseAfterTheInstantAndWithinTheSpan() {
        for (String within : List.of("1d", "5d", "14d")) {
            FlipAnswer answer = flips(null, within, CAPTURED);
            assertThat(answer.until()).isEqualTo(CAPTURED.plus(Duration.ofDays(answer(within))));
            assertThat(answer.releases())
                    .allMatch(release -> release.release().releasedAt().isAfter(CAPTURED))
                    .allMatch(release -> !release.release().releasedAt().isAfter(answer.until()))
                    .isSortedAccordingTo((one, other) ->
                            one.release().releasedAt().compareTo(other.release().releasedAt()));
        }
        assertThat(flips(null, "14d", CAPTURED).releases())
                .hasSizeGreaterThan(flips(null, "5d", CAPTURED).releases().size());
    }

    private static int answer(String within) {
        return Integer.parseInt(within.substring(0, within.length() - 1));
    }

    @Test
    void oneInstrumentHasTheFlipsThatItHasAmongAll() {
        FlipAnswer all = flips(null, "7d", CAPTURED);
        FlipAnswer euro = flips("eurusd", "7d", CAPTURED);

        assertThat(euro.items())
                .containsExactly(all.items().stream()
                        .filter(item -> item.instrument().equals("EURUSD"))
                        .findFirst()
                        .orElseThrow());
        assertThat(euro.releases()).hasSameSizeAs(all.releases());
        for (int index = 0; index < all.releases().size(); index++) {
            assertThat(euro.releases().get(index).items())
                    .isEqualTo(
                            item(all.releases().get(index), "EURUSD").stream().toList());
        }
        assertThatThrownBy(() -> flips("EURUSX", "7d", CAPTURED))
                .isInstanceOf(MacroEdgeException.class)
                .hasMessageContaining("EURUSX");
    }

    @Test
    void theNextReleaseOfEachLabelIsInTheMap() {
        FlipAnswer answer = flips(null, "14d", CAPTURED);

        assertThat(answer.items()).hasSameSizeAs(SampleWeek.CATALOGUE.instruments());
        List<FlipItem> changing =
                answer.items().stream().filter(item -> item.next() != null).toList();
        assertThat(changing).hasSizeGreaterThan(10);
        for (FlipItem item : changing) {
            FlipRelease release = answer.releases().stream()
                    .filter(one -> one.release()
                            .equals(Objects.requireNonNull(item.next()).release()))
                    .findFirst()
                    .orElseThrow();
            assertThat(item(release, item.instrument()).orElseThrow().flips().getFirst())
                    .isEqualTo(item.next().flip());
        }
    }

    @Test
    void aProbabilityStandsBesideTheSurprisesThatItIsFrom() {
        FlipAnswer answer = flips(null, "14d", CAPTURED);
        for (FlipRelease release : answer.releases()) {
            boolean isKnown = release.bandwidth() != null;
            assertThat(isKnown && release.pastSurprises() < answer.leastSurprises())
                    .isFalse();
            release.items()
                    .forEach(item -> item.flips().forEach(flip -> {
                        assertThat(flip.probability() != null).isEqualTo(isKnown);
                        if (flip.probability() != null) {
                            assertThat(flip.probability()).isBetween(0.0, 1.0);
                        }
                    }));
        }
        assertThat(answer.releases()).anyMatch(release -> release.bandwidth() != null);
    }
}
