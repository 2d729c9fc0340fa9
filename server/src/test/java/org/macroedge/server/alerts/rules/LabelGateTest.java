package org.macroedge.server.alerts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.vocabulary.Label;

class LabelGateTest {

    private static final Instant START = Instant.parse("2026-11-27T13:00:00Z");
    private static final int WALKS = 2_000;
    private static final int LOOKS = 200;
    private static final double[] BORDERS = {-Label.STRONG, -Label.DIRECTIONAL, Label.DIRECTIONAL, Label.STRONG};

    /// An alert of a walk.
    private record Told(Instant at, Label from, Label to, double score) {}

    private static LabelGate.Seen seen(Instant at, @Nullable Double score) {
        return new LabelGate.Seen(at, at, at, score);
    }

    private static List<Told> walk(LabelGate gate, List<Double> scores, Duration step) {
        List<Told> told = new ArrayList<>();
        LabelStanding standing = gate.begin(seen(START, scores.getFirst()), scores.getFirst());
        for (int index = 1; index < scores.size(); index++) {
            Instant now = START.plus(step.multipliedBy(index));
            LabelGate.Look look = gate.look(standing, seen(now, scores.get(index)));
            if (look.told()) {
                told.add(new Told(now, standing.label(), look.after().label(), scores.get(index)));
            }
            standing = look.after();
        }
        return told;
    }

    private static List<Double> around(double border, double width, SplittableRandom random) {
        List<Double> scores = new ArrayList<>();
        for (int index = 0; index < LOOKS; index++) {
            scores.add(Math.clamp(border + random.nextDouble(-width, width), -100, 100));
        }
        return scores;
    }

    @Test
    void aScoreThatStaysWithinThePointsOfABorderTellsNothing() {
        for (int seed = 0; seed < WALKS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double points = random.nextDouble(0.1, 20);
            double border = BORDERS[random.nextInt(BORDERS.length)];
            LabelGate gate = new LabelGate(random.nextBoolean(), points, Duration.ZERO);

            assertThat(walk(gate, around(border, points * 0.999, random), Duration.ofMinutes(1)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void twoAlertsAreAtLeastTheDwellApartAndEachScoreIsBeyondTheBorder() {
        int told = 0;
        for (int seed = 0; seed < WALKS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double points = random.nextDouble(0, 5);
            Duration dwell = Duration.ofMinutes(random.nextInt(0, 4));
            boolean directions = random.nextBoolean();
            LabelGate gate = new LabelGate(directions, points, dwell);
            double border = directions ? 0 : BORDERS[random.nextInt(BORDERS.length)];
            Instant last = START;
            for (Told alert : walk(gate, around(border, directions ? 100 : 30, random), Duration.ofMinutes(1))) {
                assertThat(Duration.between(last, alert.at()))
                        .as("seed %d", seed)
                        .isGreaterThanOrEqualTo(dwell);
                boolean up = alert.to().compareTo(alert.from()) > 0;
                double firm = up ? alert.score() - points : alert.score() + points;
                assertThat(directions ? Math.signum(firm) : Label.ofScore(firm).compareTo(alert.from()))
                        .as("seed %d", seed)
                        .matches(side -> up ? side.doubleValue() > 0 : side.doubleValue() < 0);
                last = alert.at();
                told++;
            }
        }
        assertThat(told).isGreaterThan(WALKS);
    }

    @Test
    void laterLooksChangeNoEarlierAlert() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            LabelGate gate = new LabelGate(false, 2, Duration.ofMinutes(2));
            List<Double> scores = around(Label.DIRECTIONAL, 30, random);
            List<Told> whole = walk(gate, scores, Duration.ofMinutes(1));
            List<Told> half = walk(gate, scores.subList(0, LOOKS / 2), Duration.ofMinutes(1));

            assertThat(whole.subList(0, half.size())).as("seed %d", seed).isEqualTo(half);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // directions alone, points, dwell in minutes, scores a minute apart, what is told
                "false | 3 | 0 | 52 -44 | bullish>bearish",
                "false | 3 | 0 | 38 41 43 44 | neutral>bullish",
                "false | 3 | 0 | 38 42.9 37 42.9 |",
                "false | 3 | 0 | 41 38 37.1 36.9 | bullish>neutral",
                "false | 3 | 2 | 38 60 60 60 60 | neutral>bullish",
                "false | 3 | 2 | 38 60 60 10 60 60 |",
                "false | 3 | 2 | 38 60 60 none 60 60 |",
                "false | 3 | 0 | 38 88 | neutral>bullish",
                "false | 0 | 2 | 38 60 90 60 90 90 | neutral>bullish",
                "false | 0 | 2 | 38 90 60 90 | neutral>bullish",
                "false | 0 | 2 | 38 90 90 90 | neutral>strongly-bullish",
                "false | 0 | 2 | 60 20 90 20 20 20 | bullish>neutral",
                "false | 3 | 0 | 38 90 | neutral>strongly-bullish",
                "false | 3 | 0 | 95 20 -43 -90 | strongly-bullish>neutral neutral>bearish bearish>strongly-bearish",
                "true | 3 | 0 | 52 10 -44 | bullish>bearish",
                "true | 3 | 0 | 52 10 -42 52 |",
                "true | 3 | 0 | 95 50 90 -95 | bullish>bearish",
                "true | 3 | 0 | 10 60 -60 | bullish>bearish",
                "true | 3 | 1 | 52 -60 52 -60 -60 -60 | bullish>bearish",
            })
    void cases(boolean directions, double points, int minutes, String scores, @Nullable String told) {
        List<Double> walked = new ArrayList<>();
        for (String score : scores.split(" ")) {
            walked.add(score.equals("none") ? null : Double.valueOf(score));
        }
        LabelGate gate = new LabelGate(directions, points, Duration.ofMinutes(minutes));

        assertThat(walk(gate, walked, Duration.ofMinutes(1)).stream()
                        .map(alert -> alert.from().code() + ">" + alert.to().code()))
                .containsExactly(told == null ? new String[0] : told.split(" "));
    }

    @Test
    void theScoreOfTheLabelBeforeIsTheLastOneThatHadThisLabel() {
        LabelGate gate = new LabelGate(true, 3, Duration.ofMinutes(2));
        LabelStanding standing = gate.begin(seen(START, 52.0), 52.0);
        for (double score : new double[] {60, 12, -50}) {
            standing = gate.look(standing, seen(standing.seenAt().plusSeconds(60), score))
                    .after();
        }

        assertThat(standing.label()).isEqualTo(Label.BULLISH);
        assertThat(standing.score()).isEqualTo(60);
        assertThat(standing.candidate()).isEqualTo(Label.BEARISH);
        assertThat(standing.stoodAsOf()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void aScoreWithinThePointsOfTheNextLabelIsNoAnswerWithTheLabelBefore() {
        LabelGate gate = new LabelGate(false, 3, Duration.ZERO);
        LabelStanding standing = gate.begin(seen(START, 41.0), 41.0);

        LabelStanding within =
                gate.look(standing, seen(START.plusSeconds(60), 38.0)).after();

        assertThat(within.label()).isEqualTo(Label.BULLISH);
        assertThat(within.score()).isEqualTo(41);
        assertThat(within.stoodAsOf()).isEqualTo(START);
    }

    @Test
    void aLookThatIsEarlierThanTheLastOneChangesNothing() {
        LabelGate gate = new LabelGate(false, 0, Duration.ZERO);
        LabelStanding standing = gate.begin(seen(START, 52.0), 52.0);

        assertThat(gate.look(standing, seen(START.minusSeconds(1), -90.0)))
                .isEqualTo(new LabelGate.Look(standing, false));
    }
}
