package org.macroedge.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.engine.waterfall.PartKind;
import org.macroedge.engine.waterfall.WaterfallPart;
import org.macroedge.server.alerts.rules.LabelStanding;

/// What an alert names as the cause of a label that no release turned.
class LabelCauseTest {

    private static final Instant AT = Instant.parse("2021-09-01T00:00:01Z");

    private static WaterfallPart part(PartKind kind, double part) {
        return new WaterfallPart(kind, AT, null, null, null, null, part);
    }

    private static LabelStanding standing(Label label, double score) {
        return new LabelStanding(label, score, AT, null, null, AT, AT, AT);
    }

    /// A change up takes the parts as they are, one down turns them around.
    @ParameterizedTest
    @CsvSource({
        "0.5, 0.1, the scale of the sum changed",
        "0.5, -0.1, the scale of the sum changed",
        "0.1, 0.5, earlier surprises faded",
        "-0.1, 0.5, earlier surprises faded",
        "0, 0.5, earlier surprises faded",
        "0.3, 0.3, earlier surprises faded",
        "-0.5, 0.1, several small changes together",
        "0.2, -0.5, several small changes together",
        "0, 0, several small changes together"
    })
    void theLargerOfScaleAndTimeIsTheCause(double scale, double decay, String cause) {
        for (int sign : new int[] {1, -1}) {
            LabelStanding low = standing(Label.NEUTRAL, 10 * sign);
            LabelStanding high = standing(sign > 0 ? Label.BULLISH : Label.BEARISH, 50 * sign);
            List<WaterfallPart> parts = Stream.of(
                            part(PartKind.SCALE, sign * scale), part(PartKind.DECAY, sign * decay))
                    .toList();
            assertThat(LabelCause.of("SPX", low, high, parts)).endsWith(": " + cause);
        }
    }
}
