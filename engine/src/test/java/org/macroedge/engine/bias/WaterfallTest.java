package org.macroedge.engine.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.catalogue.SurpriseIndex;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.IndexSide;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.waterfall.PartKind;
import org.macroedge.engine.waterfall.WaterfallPart;

/// What holds of every waterfall.
class WaterfallTest {

    private static final double TOLERANCE = 1e-9;

    private static Instant random(SplittableRandom random, Instant from, Instant to) {
        return Instant.ofEpochSecond(random.nextLong(from.getEpochSecond(), to.getEpochSecond() + 1));
    }

    private static double sum(List<WaterfallPart> parts) {
        return parts.stream().mapToDouble(WaterfallPart::part).sum();
    }

    private static Map<PartKind, Double> byKind(List<WaterfallPart> parts) {
        Map<PartKind, Double> sums = new EnumMap<>(PartKind.class);
        parts.forEach(part -> sums.merge(part.kind(), part.part(), Double::sum));
        return sums;
    }

    private static double z(InstrumentBias bias) {
        @Nullable Double z = bias.z();
        return z == null ? 0 : z;
    }

    @ParameterizedTest
    @EnumSource
    void thePartsAddUpToTheChange(SignalMode mode) {
        BiasModel model = BiasFixture.model(mode, BiasFixture.random(11), Map.of());
        SplittableRandom random = new SplittableRandom(12);
        int changed = 0;
        for (int round = 0; round < 400; round++) {
            Instant from = random(random, BiasFixture.day(-10), BiasFixture.day(3400));
            Instant to = random(random, from, BiasFixture.day(3500));
            for (int instrument = 0; instrument < 3; instrument++) {
                double change = z(model.at(instrument, to)) - z(model.at(instrument, from));
                assertThat(sum(model.change(instrument, from, to))).isCloseTo(change, within(TOLERANCE));
                changed += change == 0 ? 0 : 1;
            }
        }
        assertThat(changed).isGreaterThan(700);
    }

    @ParameterizedTest
    @EnumSource
    void thePartsOfTwoSpansAreThoseOfBothTogether(SignalMode mode) {
        BiasModel model = BiasFixture.model(mode, BiasFixture.random(13), Map.of());
        SplittableRandom random = new SplittableRandom(14);
        for (int round = 0; round < 400; round++) {
            Instant from = random(random, BiasFixture.day(-10), BiasFixture.day(3400));
            Instant to = random(random, from, BiasFixture.day(3500));
            Instant between = random(random, from, to);
            Map<PartKind, Double> sums = byKind(model.change(1, from, between));
            byKind(model.change(1, between, to)).forEach((kind, part) -> sums.merge(kind, part, Double::sum));
            byKind(model.change(1, from, to))
                    .forEach((kind, part) -> assertThat(sums.get(kind)).isCloseTo(part, within(TOLERANCE)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameHoldsOfIndices(SignalMode mode) {
        SurpriseIndex index = IndexFixture.index(mode, "US+DE", IndexSide.ALL);
        IndexModel model = new IndexModel(IndexFixture.INDICATORS, List.of(index), IndexFixture.surprises());
        SplittableRandom random = new SplittableRandom(15);
        for (int round = 0; round < 400; round++) {
            Instant from = random(random, IndexFixture.day(-5), IndexFixture.day(200));
            Instant to = random(random, from, IndexFixture.day(250));
            double change = z(model, index, to) - z(model, index, from);
            assertThat(sum(model.change(index, from, to))).isCloseTo(change, within(TOLERANCE));
        }
    }

    private static double z(IndexModel model, SurpriseIndex index, Instant instant) {
        @Nullable Double z = model.at(index, instant).reading().z();
        return z == null ? 0 : z;
    }

    @Test
    void laterReleasesChangeNoPart() {
        Map<IndicatorId, List<ObservedRelease>> all = BiasFixture.random(16);
        Instant to = BiasFixture.day(1500);
        Map<IndicatorId, List<ObservedRelease>> known = new HashMap<>();
        all.forEach((id, releases) -> known.put(
                id,
                releases.stream()
                        .filter(release -> !release.releasedAt().isAfter(to))
                        .toList()));
        for (int instrument = 0; instrument < 2; instrument++) {
            assertThat(BiasFixture.model(all).change(instrument, BiasFixture.day(100), to))
                    .isEqualTo(BiasFixture.model(known).change(instrument, BiasFixture.day(100), to))
                    .isNotEmpty();
        }
    }

    /// A corrected figure, one that came late, and one that was taken back, of indicators of their own.
    @Test
    void correctionsAddUpToWhatIsKnownNowLessWhatWasSeen() {
        Map<IndicatorId, List<ObservedRelease>> known = BiasFixture.random(17);
        Map<IndicatorId, List<ObservedRelease>> seen = new HashMap<>(known);
        Instant at = BiasFixture.day(1400);
        seen.put(new IndicatorId("us-cpi"), corrected(known.get(new IndicatorId("us-cpi"))));
        seen.remove(new IndicatorId("de-ifo"));
        known.remove(new IndicatorId("es-cpi"));
        for (int instrument = 0; instrument < 2; instrument++) {
            InstrumentBias before = BiasFixture.model(seen).at(instrument, at);
            InstrumentBias after = BiasFixture.model(known).at(instrument, at);
            List<WaterfallPart> parts = Corrections.between(before, after, at);

            assertThat(sum(parts)).isCloseTo(z(after) - z(before), within(TOLERANCE));
            assertThat(parts).isNotEmpty().allSatisfy(part -> {
                assertThat(part.kind()).isEqualTo(PartKind.CORRECTION);
                assertThat(part.part()).isNotZero();
                assertThat(part.at()).isEqualTo(at);
            });
            assertThat(Corrections.between(after, after, at)).isEmpty();
        }
        List<WaterfallPart> euro = Corrections.between(
                BiasFixture.model(seen).at(1, at), BiasFixture.model(known).at(1, at), at);
        assertThat(euro).extracting(part -> part.indicator().id().value()).contains("de-ifo", "es-cpi", "us-cpi");
        assertThat(euro).anyMatch(part -> part.release() == null).anyMatch(part -> part.replaced() == null);
    }

    private static List<ObservedRelease> corrected(List<ObservedRelease> releases) {
        return releases.stream()
                .map(release -> Samples.release(
                        release.indicator().value(),
                        (release.releasedAt().getEpochSecond() - Samples.START.getEpochSecond()) / Samples.DAY,
                        release.actual().add(new BigDecimal("0.3")).toPlainString(),
                        "2.0"))
                .toList();
    }

    @Test
    void aReleaseIsBookedWithTheOneThatItReplaced() {
        List<ObservedRelease> releases = Samples.monthly("us-gdp", 20, new SplittableRandom(1));
        BiasModel model = BiasFixture.model(Map.of(new IndicatorId("us-gdp"), releases));
        Instant last = releases.getLast().releasedAt();

        List<WaterfallPart> parts = model.change(0, last.minusSeconds(1), last);

        assertThat(parts)
                .filteredOn(part -> part.kind() == PartKind.RELEASE)
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.at()).isEqualTo(last);
                    assertThat(part.release().release()).isEqualTo(releases.getLast());
                    assertThat(part.replaced().release()).isEqualTo(releases.get(18));
                    assertThat(part.before()).isCloseTo(z(model.at(0, last.minusSeconds(1))), within(1e-6));
                });
    }

    @Test
    void nothingChangesWithinNoTime() {
        BiasModel model = BiasFixture.model(BiasFixture.random(17));
        assertThat(model.change(0, BiasFixture.day(500), BiasFixture.day(500))).isEmpty();
        assertThat(model.change(2, BiasFixture.day(0), BiasFixture.day(900)))
                .as("no weights")
                .isEmpty();
    }
}
