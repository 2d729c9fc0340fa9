package org.macroedge.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.Samples;
import org.macroedge.engine.statistics.SurpriseDistribution;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Label;

/// Which release is the next that could change a label.
class FlipMapCasesTest {

    private static ReleaseFlips release(String text) {
        String[] parts = text.split("[@:]");
        double z = Double.parseDouble(parts[2]);
        LabelFlip flip = new LabelFlip(Label.BULLISH, z, BigDecimal.ONE, BigDecimal.ONE, z, null);
        return new ReleaseFlips(
                Samples.START.plusSeconds(Long.parseLong(parts[1]) * Samples.DAY),
                true,
                true,
                new StandardisedSurprise(
                        Samples.release("us-" + parts[0], Long.parseLong(parts[1]), "2.0", "2.0"),
                        null,
                        null,
                        1.0,
                        30,
                        0.0,
                        0.0,
                        null,
                        Set.of()),
                SurpriseDistribution.of(List.of()),
                List.of(new InstrumentFlips(Samples.SPX, Label.NEUTRAL, 0.1, List.of(flip))));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "next-flip-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void theNextReleaseIsTheEarliestThatIsNotRemote(String name, @Nullable String releases, String next) {
        FlipMap map = new FlipMap(
                releases == null
                        ? List.of()
                        : Arrays.stream(releases.split(" "))
                                .map(FlipMapCasesTest::release)
                                .toList());

        assertThat(map.next(Samples.SPX.id())
                        .map(found ->
                                found.release().surprise().release().indicator().value())
                        .orElse("us-none"))
                .as(name)
                .isEqualTo("us-" + next);
        assertThat(map.next(Samples.WTI.id())).isEmpty();
    }

    @Test
    void anInstrumentWithoutAFlipIsRefused() {
        assertThatThrownBy(() -> new InstrumentFlips(Samples.SPX, Label.NEUTRAL, 0.1, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SPX has no flip");
    }
}
